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

/** A kind of records. */
export class MetaObjectView {
  /**
   * Its name, as in the path.
   * @example leads
   */
  @Text(1, 50) name: string;
  /**
   * What people read.
   * @example Leads
   */
  @Text(1, 100) label: string;
  /**
   * Whether its records can be given fields.
   * @example true
   */
  @Flag() hasCustomFields: boolean;
  /**
   * What this credential may do with such records.
   * @example ["read", "create", "update"]
   */
  @Texts(1, 50) actions: string[];
}

export class MetaObjectsView {
  /** The kinds of records that this credential may read, by name. */
  @NestedList(() => MetaObjectView, 0, 100) data: MetaObjectView[];
}

/** A field of a kind of records. */
export class MetaFieldView {
  /**
   * Where the record has it.
   * @example customFields.industry
   */
  @Text(1, 200) name: string;
  /**
   * What it is called in filters, orders and facets; null where it is in none of them.
   * @example custom.industry
   */
  @Nullable() @Text(1, 200) filterName: string | null;
  /**
   * What people read.
   * @example Industry
   */
  @Text(1, 100) label: string;
  /**
   * What it is for.
   * @example "The industry that the company works in"
   */
  @Nullable() @Text(1, 1000) description: string | null;
  /**
   * What its values are.
   * @example text
   */
  @Choice('MetaFieldType', META_TYPES) type: MetaType;
  /**
   * The type that a custom field was given; null for others.
   * @example text
   */
  @Nullable() @Text(1, 50) customType: string | null;
  /**
   * Which operators a filter may use on it.
   * @example ["eq", "ne", "in", "notIn", "isNull", "contains", "startsWith"]
   */
  @Texts(1, 20) operators: string[];
  /**
   * All values that it can have; null where that is not a fixed list.
   * @example null
   */
  @Nullable() @Texts(1, 200, 250) values: string[] | null;
  /**
   * Whether filters can name it.
   * @example true
   */
  @Flag() isFilterable: boolean;
  /**
   * Whether lists can be sorted by it.
   * @example true
   */
  @Flag() isSortable: boolean;
  /**
   * Whether records are counted by it.
   * @example false
   */
  @Flag() isFacetable: boolean;
  /**
   * Whether it must be given when a record is made.
   * @example false
   */
  @Flag() isRequired: boolean;
  /**
   * Whether no two records have the same value.
   * @example false
   */
  @Flag() isUnique: boolean;
  /**
   * Whether the company made it itself.
   * @example true
   */
  @Flag() isCustom: boolean;
  /**
   * Whether this credential may give it when it makes a record.
   * @example true
   */
  @Flag() isCreatable: boolean;
  /**
   * Whether this credential may change it with the others of a record; some have routes of their own.
   * @example true
   */
  @Flag() isUpdatable: boolean;
}

export class MetaObjectDetailView extends MetaObjectView {
  /** Its fields: its own in the order in which records show them, then custom ones. */
  @NestedList(() => MetaFieldView, 0, 500) fields: MetaFieldView[];
}

export class MetaFieldsView {
  /** The fields: its own in the order in which records show them, then custom ones. */
  @NestedList(() => MetaFieldView, 0, 500) data: MetaFieldView[];
}

export class DocumentQuery {
  /**
   * Asks for the fields that records were given.
   * @example 1
   */
  @Matching(/^(1|true)$/) custom: string;
}
