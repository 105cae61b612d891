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

/** One of the values that a field of the type `choice` or `multi-choice` can have. */
export class CustomFieldOption {
  /**
   * What is stored; it never changes.
   * @example computing
   */
  @Matching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,99}$/) value: string;
  /**
   * What people read.
   * @example Computing
   */
  @Text(1, 100) label: string;
  /**
   * Archived ones stay where they are stored and cannot be chosen any more.
   * @example false
   */
  @Optional() @Flag() archived?: boolean;
}

export class CustomFieldOptionView {
  /**
   * What is stored; it never changes.
   * @example computing
   */
  @Matching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,99}$/) value: string;
  /**
   * What people read.
   * @example Computing
   */
  @Text(1, 100) label: string;
  /**
   * Archived ones stay where they are stored and cannot be chosen any more.
   * @example false
   */
  @Flag() archived: boolean;
}

export class CustomFieldCreate {
  /**
   * The kind of records that get the field.
   * @example leads
   */
  @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES) resource: CustomFieldResource;
  /**
   * Under which it stands in `customFields`, and as `custom.<key>` in filters; it never changes.
   * @example industry
   */
  @Matching(/^[a-z][a-zA-Z0-9_]{0,62}$/) key: string;
  /**
   * What people read.
   * @example Industry
   */
  @Text(1, 100) label: string;
  /**
   * What it is for.
   * @example "The industry that the company works in"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * What its values are; it never changes.
   * @example text
   */
  @Choice('CustomFieldType', CUSTOM_FIELD_TYPES) type: CustomFieldType;
  /**
   * The kind of records that a `record-link` leads to.
   * @example null
   */
  @Optional()
  @Nullable()
  @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES)
  targetResource?: CustomFieldResource | null;
  /**
   * What can be chosen, in this order; 1 to 200 for `choice` and `multi-choice`, and none for others.
   * @example []
   */
  @Optional() @NestedList(() => CustomFieldOption, 0, 200) options?: CustomFieldOption[];
  /**
   * Whether people and programs must give it when they make a record or write its custom fields. Stored records stay as they are.
   * @example false
   */
  @Optional() @Flag() isRequired?: boolean;
  /**
   * Whether no two living records may have the same value, in whatever case it is written. For `text`, `number`, `date`, `url` and `email`.
   * @example false
   */
  @Optional() @Flag() isUnique?: boolean;
  /** What a new record gets that says nothing. */
  @ApiProperty(anyValue) @Optional() @Allow() defaultValue?: unknown;
  /**
   * The most characters of a `text`, 500 when left out. What is unique or filterable has at most 500.
   * @example 100
   */
  @Optional() @Nullable() @Integer(1, 10_000) maxLength?: number | null;
  /**
   * The least value of a `number` or `money`.
   * @example null
   */
  @Optional() @Nullable() @NumberBetween(-LARGEST, LARGEST) minimum?: number | null;
  /**
   * The greatest value of a `number` or `money`.
   * @example null
   */
  @Optional() @Nullable() @NumberBetween(-LARGEST, LARGEST) maximum?: number | null;
  /**
   * Whether records are filtered, sorted and counted by it: an index is built for that, after the answer.
   * @example false
   */
  @Optional() @Flag() isFilterable?: boolean;
}

/** Absent fields stay, null clears. Resource, key and type stay for ever; an option can be archived and not be taken away. */
export class CustomFieldUpdate extends PartialType(
  OmitType(CustomFieldCreate, ['resource', 'key', 'type', 'targetResource']),
  { skipNullProperties: false },
) {}

export class CustomFieldOrder {
  /**
   * The kind of records.
   * @example leads
   */
  @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES) resource: CustomFieldResource;
  /**
   * All its fields that are not archived, in the new order.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a"]
   */
  @IdList(100) ids: string[];
}

/** A field that the company gave records of one kind itself. */
export class CustomFieldView {
  /**
   * The definition.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The kind of records that have it.
   * @example leads
   */
  @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES) resource: CustomFieldResource;
  /**
   * Under which it stands in `customFields`, and as `custom.<key>` in filters.
   * @example industry
   */
  @Matching(/^[a-z][a-zA-Z0-9_]{0,62}$/) key: string;
  /**
   * What people read.
   * @example Industry
   */
  @Text(1, 100) label: string;
  /**
   * What it is for.
   * @example "The industry that the company works in"
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * What its values are.
   * @example text
   */
  @Choice('CustomFieldType', CUSTOM_FIELD_TYPES) type: CustomFieldType;
  /**
   * The kind of records that a `record-link` leads to.
   * @example null
   */
  @Nullable() @Choice('CustomFieldResource', CUSTOM_FIELD_RESOURCES) targetResource: CustomFieldResource | null;
  /** What can be chosen, in this order. */
  @NestedList(() => CustomFieldOptionView, 0, 200) options: CustomFieldOptionView[];
  /**
   * Whether it must be given when a record is made or its custom fields are written.
   * @example false
   */
  @Flag() isRequired: boolean;
  /**
   * Whether no two living records may have the same value.
   * @example false
   */
  @Flag() isUnique: boolean;
  /** What a new record gets that says nothing. */
  @ApiProperty(anyValue) defaultValue: unknown;
  /**
   * The most characters of a `text`; null for other types.
   * @example 500
   */
  @Nullable() @Integer(1, 10_000) maxLength: number | null;
  /**
   * The least value of a `number` or `money`.
   * @example null
   */
  @Nullable() @NumberBetween(-LARGEST, LARGEST) minimum: number | null;
  /**
   * The greatest value of a `number` or `money`.
   * @example null
   */
  @Nullable() @NumberBetween(-LARGEST, LARGEST) maximum: number | null;
  /**
   * Its place among the fields of its records.
   * @example 1
   */
  @Integer(0, 2147483647) position: number;
  /**
   * Whether records are filtered, sorted and counted by it.
   * @example false
   */
  @Flag() isFilterable: boolean;
  /**
   * How its index is doing: sorted and counted by it is only what is `ready`. Null where it has none.
   * @example null
   */
  @Nullable() @Choice('CustomFieldIndexStatus', INDEX_STATUSES) indexStatus: IndexStatus | null;
  /**
   * Since when it cannot be written any more; stored values stay.
   * @example null
   */
  @Nullable() @Timestamp() archivedAt: string | null;
  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Counts its changes, those of its index too; also the ETag.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class CustomFieldOrderView {
  /** The fields in their order. */
  @NestedList(() => CustomFieldView, 0, 100) data: CustomFieldView[];
}

export class CustomFieldQuery extends PageQuery {
  /** The order; `-` before a field means descending. By position when left out. */
  @Optional() @ChoicesParameter('CustomFieldSort', SORTS, 2) sort?: string[];
  /** Fields of these kinds of records. */
  @Optional() @ChoicesParameter('CustomFieldResource', CUSTOM_FIELD_RESOURCES) resource?: CustomFieldResource[];
  /** Fields of these types. */
  @Optional() @ChoicesParameter('CustomFieldType', CUSTOM_FIELD_TYPES) type?: CustomFieldType[];
  /**
   * Only archived ones, or only those that are not; all when left out.
   * @example false
   */
  @Optional() @FlagParameter() isArchived?: boolean;
}
