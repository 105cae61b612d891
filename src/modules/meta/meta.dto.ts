import { Choice, Flag, Matching, NestedList, Nullable, Text, Texts } from '../../kernel/fields.js';

export const META_TYPES = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'timestamp',
  'day',
  'choice',
  'uuid',
  'tags',
  'json',
  'list',
  'object',
] as const;
export type MetaType = (typeof META_TYPES)[number];

export class MetaObjectView {
  /**
   * Name of the record type, as in its path
   * @example leads
   */
  @Text(1, 50) name: string;
  /**
   * Label
   * @example Leads
   */
  @Text(1, 100) label: string;
  /**
   * Whether the record type supports custom fields
   * @example true
   */
  @Flag() hasCustomFields: boolean;
  /**
   * Actions that this credential may perform on these records
   * @example ["read", "create", "update"]
   */
  @Texts(1, 50) actions: string[];
}

export class MetaObjectsView {
  /** Record types that this credential may read, sorted by name */
  @NestedList(() => MetaObjectView, 0, 100) data: MetaObjectView[];
}

export class MetaTransitionView {
  /**
   * Present value
   * @example lost
   */
  @Text(1, 200) from: string;
  /**
   * Values that may follow; empty if the value is final
   * @example ["contacted"]
   */
  @Texts(1, 200, 250) to: string[];
}

export class MetaFieldView {
  /**
   * Property name in the record
   * @example customFields.industry
   */
  @Text(1, 200) name: string;
  /**
   * Name of the field in filters, sort orders and facets; null if it cannot be used there
   * @example custom.industry
   */
  @Nullable() @Text(1, 200) filterName: string | null;
  /**
   * Label
   * @example Industry
   */
  @Text(1, 100) label: string;
  /**
   * Description
   * @example "The industry that the company works in"
   */
  @Nullable() @Text(1, 1000) description: string | null;
  /**
   * Data type of the field
   * @example text
   */
  @Choice('MetaFieldType', META_TYPES) type: MetaType;
  /**
   * Type of a custom field; null for other fields
   * @example text
   */
  @Nullable() @Text(1, 50) customType: string | null;
  /**
   * Filter operators that the field supports
   * @example ["eq", "ne", "in", "notIn", "isNull", "contains", "startsWith"]
   */
  @Texts(1, 20) operators: string[];
  /**
   * All possible values; null if there is no fixed list
   * @example null
   */
  @Nullable() @Texts(1, 200, 250) values: string[] | null;
  /** Allowed changes of the value, by present value; null if there is no fixed list */
  @Nullable() @NestedList(() => MetaTransitionView, 0, 250) transitions: MetaTransitionView[] | null;
  /**
   * Whether the field can be used in filters
   * @example true
   */
  @Flag() isFilterable: boolean;
  /**
   * Whether lists can be sorted by the field
   * @example true
   */
  @Flag() isSortable: boolean;
  /**
   * Whether facets can count by the field
   * @example false
   */
  @Flag() isFacetable: boolean;
  /**
   * Whether a value is required when a record is created
   * @example false
   */
  @Flag() isRequired: boolean;
  /**
   * Whether values must be unique
   * @example false
   */
  @Flag() isUnique: boolean;
  /**
   * Whether this is a custom field
   * @example true
   */
  @Flag() isCustom: boolean;
  /**
   * Whether this credential may set the field when a record is created
   * @example true
   */
  @Flag() isCreatable: boolean;
  /**
   * Whether this credential may change the field in an update; some fields have their own operation
   * @example true
   */
  @Flag() isUpdatable: boolean;
}

export class MetaObjectDetailView extends MetaObjectView {
  /** Standard fields in the order of the record, followed by custom fields */
  @NestedList(() => MetaFieldView, 0, 500) fields: MetaFieldView[];
}

export class MetaFieldsView {
  /** Standard fields in the order of the record, followed by custom fields */
  @NestedList(() => MetaFieldView, 0, 500) data: MetaFieldView[];
}

export class DocumentQuery {
  /**
   * Whether to include the custom fields of records
   * @example 1
   */
  @Matching(/^(1|true)$/) custom: string;
}
