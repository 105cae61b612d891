import { ApiProperty, OmitType, PartialType, type ApiPropertyOptions } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import {
  Choice,
  ChoicesParameter,
  Flag,
  FlagParameter,
  Id,
  IdList,
  Integer,
  Matching,
  NestedList,
  Nullable,
  NumberBetween,
  Optional,
  Text,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import {
  CUSTOM_FIELD_RESOURCES,
  CUSTOM_FIELD_TYPES,
  INDEX_STATUSES,
  type CustomFieldResource,
  type CustomFieldType,
  type IndexStatus,
} from './custom-field.entity.js';

const SORTS = ['position', 'key', 'createdAt'].flatMap((field) => [field, `-${field}`]);
const LARGEST = 999_999_999_999_999;

const anyValue: ApiPropertyOptions = {
  nullable: true,
  example: 'computing',
  oneOf: [
    { type: 'string', maxLength: 10_000 },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', maxItems: 200, items: { type: 'string', maxLength: 100 } },
  ],
};

export class CustomFieldOption {
  /**
   * Stored value; cannot be changed
   * @example computing
   */
  @Matching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,99}$/) value: string;
  /**
   * Label
   * @example Computing
   */
  @Text(1, 100) label: string;
  /**
   * Whether the option is archived; records keep an archived option, but it can no longer be chosen
   * @example false
   */
  @Optional() @Flag() archived?: boolean;
}

export class CustomFieldOptionView {
  /**
   * Stored value; cannot be changed
   * @example computing
   */
  @Matching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,99}$/) value: string;
  /**
   * Label
   * @example Computing
   */
  @Text(1, 100) label: string;
  /**
   * Whether the option is archived; records keep an archived option, but it can no longer be chosen
   * @example false
   */
  @Flag() archived: boolean;
}

export class CustomFieldCreate {
  /**
   * Record type that receives the field
   * @example leads
   */
  @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES) resource: CustomFieldResource;
  /**
   * Key of the field in `customFields`, and in filters as `custom.<key>`; cannot be changed
   * @example industry
   */
  @Matching(/^[a-z][a-zA-Z0-9_]{0,62}$/) key: string;
  /**
   * Label
   * @example Industry
   */
  @Text(1, 100) label: string;
  /**
   * Description
   * @example "The industry that the company works in"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * Data type of the field; cannot be changed
   * @example text
   */
  @Choice('CustomFieldType', CUSTOM_FIELD_TYPES) type: CustomFieldType;
  /**
   * Record type that a `record-link` field refers to
   * @example null
   */
  @Optional()
  @Nullable()
  @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES)
  targetResource?: CustomFieldResource | null;
  /**
   * Options in display order, 1 to 200; only for `choice` and `multi-choice`
   * @example []
   */
  @Optional() @NestedList(() => CustomFieldOption, 0, 200) options?: CustomFieldOption[];
  /**
   * Whether a value is required when a record is created or its custom fields are written. Existing records are not
   * changed.
   * @example false
   */
  @Optional() @Flag() isRequired?: boolean;
  /**
   * Whether values must be unique among records that are not deleted, ignoring case. Only for `text`, `number`, `date`,
   * `url` and `email`.
   * @example false
   */
  @Optional() @Flag() isUnique?: boolean;
  /** Default value of new records */
  @ApiProperty(anyValue) @Optional() @Allow() defaultValue?: unknown;
  /**
   * Maximum length of a `text` field in characters; default 500. Unique or filterable fields allow at most 500.
   * @example 100
   */
  @Optional() @Nullable() @Integer(1, 10_000) maxLength?: number | null;
  /**
   * Minimum of a `number` or `money` field
   * @example null
   */
  @Optional() @Nullable() @NumberBetween(-LARGEST, LARGEST) minimum?: number | null;
  /**
   * Maximum of a `number` or `money` field
   * @example null
   */
  @Optional() @Nullable() @NumberBetween(-LARGEST, LARGEST) maximum?: number | null;
  /**
   * Whether the field can be used to filter, sort and count; an index is built in the background
   * @example false
   */
  @Optional() @Flag() isFilterable?: boolean;
}

/** Absent fields stay unchanged, null clears a field. Resource, key and type never change. */
export class CustomFieldUpdate extends PartialType(
  OmitType(CustomFieldCreate, ['resource', 'key', 'type', 'targetResource']),
  { skipNullProperties: false },
) {}

export class CustomFieldOrder {
  /**
   * Record type
   * @example leads
   */
  @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES) resource: CustomFieldResource;
  /**
   * Ids of all fields that are not archived, in the new order
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a"]
   */
  @IdList(100) ids: string[];
}

export class CustomFieldView {
  /**
   * Id of the custom field
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Record type of the field
   * @example leads
   */
  @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES) resource: CustomFieldResource;
  /**
   * Key of the field in `customFields`, and in filters as `custom.<key>`
   * @example industry
   */
  @Matching(/^[a-z][a-zA-Z0-9_]{0,62}$/) key: string;
  /**
   * Label
   * @example Industry
   */
  @Text(1, 100) label: string;
  /**
   * Description
   * @example "The industry that the company works in"
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Data type of the field
   * @example text
   */
  @Choice('CustomFieldType', CUSTOM_FIELD_TYPES) type: CustomFieldType;
  /**
   * Record type that a `record-link` field refers to
   * @example null
   */
  @Nullable() @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES) targetResource: CustomFieldResource | null;
  /** Options in display order */
  @NestedList(() => CustomFieldOptionView, 0, 200) options: CustomFieldOptionView[];
  /**
   * Whether a value is required when a record is created or its custom fields are written
   * @example false
   */
  @Flag() isRequired: boolean;
  /**
   * Whether values must be unique among records that are not deleted
   * @example false
   */
  @Flag() isUnique: boolean;
  /** Default value of new records */
  @ApiProperty(anyValue) defaultValue: unknown;
  /**
   * Maximum length of a `text` field in characters; null for other types
   * @example 500
   */
  @Nullable() @Integer(1, 10_000) maxLength: number | null;
  /**
   * Minimum of a `number` or `money` field
   * @example null
   */
  @Nullable() @NumberBetween(-LARGEST, LARGEST) minimum: number | null;
  /**
   * Maximum of a `number` or `money` field
   * @example null
   */
  @Nullable() @NumberBetween(-LARGEST, LARGEST) maximum: number | null;
  /**
   * Position among the fields of the record type
   * @example 1
   */
  @Integer(0, 2147483647) position: number;
  /**
   * Whether the field can be used to filter, sort and count
   * @example false
   */
  @Flag() isFilterable: boolean;
  /**
   * Status of the index; the field can be used to sort and count once the status is `ready`. Null if the field has no
   * index.
   * @example null
   */
  @Nullable() @Choice('CustomFieldIndexStatus', INDEX_STATUSES) indexStatus: IndexStatus | null;
  /**
   * Archive time; an archived field keeps its values and can no longer be written
   * @example null
   */
  @Nullable() @Timestamp() archivedAt: string | null;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Version number, also in the ETag; changes of the index count too
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class CustomFieldOrderView {
  /** Fields in the new order */
  @NestedList(() => CustomFieldView, 0, 100) data: CustomFieldView[];
}

export class FieldDependentView {
  /**
   * Name of the dependent object
   * @example "Saved view of gold customers"
   */
  @Text(1, 500) title: string;
  /**
   * Effect of the deletion
   * @example "cannot be used"
   */
  @Text(1, 200) effect: string;
  /**
   * Path of the object in the API
   * @example /views/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Text(1, 200) path: string;
  /**
   * Id of the user who is notified of the deletion; null for the setting `admin_email`
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() ownerId: string | null;
}

export class FieldDependentsView {
  /** Objects that use the field, sorted by title */
  @NestedList(() => FieldDependentView, 0, 10000) data: FieldDependentView[];
}

export class CustomFieldQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: by position. */
  @Optional() @ChoicesParameter('CustomFieldSort', SORTS, 2) sort?: string[];
  /** Record types; repeat to match any of several */
  @Optional() @ChoicesParameter('CustomFieldResource', CUSTOM_FIELD_RESOURCES) resource?: CustomFieldResource[];
  /** Field types; repeat to match any of several */
  @Optional() @ChoicesParameter('CustomFieldType', CUSTOM_FIELD_TYPES) type?: CustomFieldType[];
  /**
   * True for archived fields only, false for all others; default: both
   * @example false
   */
  @Optional() @FlagParameter() isArchived?: boolean;
}
