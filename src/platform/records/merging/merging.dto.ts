import { ApiProperty } from '@nestjs/swagger';
import {
  Id,
  IdList,
  Integer,
  Nested,
  NestedList,
  Nullable,
  Optional,
  Text,
  TextMap,
  Texts,
  Timestamp,
} from '../../../kernel/fields.js';
import { OwnerRef } from '../records.dto.js';

const anyValue = (description: string, example: unknown) => ({
  description,
  example,
  nullable: true,
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    {
      type: 'array',
      items: {
        nullable: true,
        oneOf: [
          { type: 'string' },
          { type: 'number' },
          { type: 'boolean' },
          { type: 'object', additionalProperties: true },
        ],
      },
    },
    { type: 'object', additionalProperties: true },
  ],
});

export class RecordMergeRequest {
  /**
   * Ids of the duplicate records, 1 to 5; they are merged into the record in the path and deleted. The order decides
   * which value fills an empty field.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f"]
   */
  @IdList(5, 1) duplicateIds: string[];
  /**
   * Id of the record whose value is kept, by field name. Default: the primary record, or else the first record with a
   * value. Custom fields are named `custom.<key>`, external ids `externalIds.<system>`.
   * @example {"phone": "0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f"}
   */
  @Optional() @TextMap(200) fields?: Record<string, string>;
}

export class RecordUnmergeRequest {
  /**
   * Id of the merge; default: the latest merge of the record that was not undone
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b80
   */
  @Optional() @Id() mergeId?: string;
}

export class MergeCandidate {
  /**
   * Id of the record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f
   */
  @Id() id: string;

  @ApiProperty(anyValue('Value of the record', '+44 20 7946 0958'))
  value: unknown;
}

export class MergeField {
  /**
   * Field name; custom fields as `custom.<key>`, external ids as `externalIds.<system>`
   * @example phone
   */
  @Text(1, 255) field: string;

  @ApiProperty(anyValue('Value of the primary record after the merge', '+44 20 7946 0958'))
  value: unknown;

  /**
   * Id of the record that the value comes from; null if values of several records are combined
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f
   */
  @Nullable() @Id() fromId: string | null;
  /** All values of the field, one for each record with a value */
  @NestedList(() => MergeCandidate, 0, 6) candidates: MergeCandidate[];
}

/** The number of records of one type that moved to the primary record. */
export class MergeMove {
  /**
   * Record type of the moved records
   * @example activities
   */
  @Text(1, 63) resource: string;
  /**
   * Field that refers to the primary record after the merge
   * @example contactId
   */
  @Text(1, 63) field: string;
  /**
   * Number of records that move, including deleted records and records that the caller cannot see
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class RecordMergePreview {
  /** All fields in which at least one of the records has a value */
  @NestedList(() => MergeField, 0, 500) fields: MergeField[];
  /** Records that move to the primary record */
  @NestedList(() => MergeMove, 0, 50) moves: MergeMove[];
}

export class MergeFacts {
  /**
   * Id of the merge, as in the list of merges
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b80
   */
  @Id() mergeId: string;
  /**
   * Ids of the records that were merged, or separated again
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f"]
   */
  @IdList(5) mergedIds: string[];
  /** Number of records that moved, by type; there are no separate events for them */
  @NestedList(() => MergeMove, 0, 50) moves: MergeMove[];
}

export class RecordMergeView {
  /**
   * Id of the merge
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b80
   */
  @Id() id: string;
  /**
   * Id of the primary record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() primaryId: string;
  /**
   * Ids of the records that were merged into the primary record
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f"]
   */
  @IdList(5) mergedIds: string[];
  /**
   * Fields of the primary record that changed
   * @example ["phone"]
   */
  @Texts(1, 63, 100) changedFields: string[];
  /** Records that moved, by type */
  @NestedList(() => MergeMove, 0, 50) moves: MergeMove[];
  /** User who merged the records; null if the user no longer exists */
  @Nullable() @Nested(() => OwnerRef) mergedBy: OwnerRef | null;
  /**
   * Time of the merge
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() mergedAt: string;
  /** User who undid the merge */
  @Nullable() @Nested(() => OwnerRef) unmergedBy: OwnerRef | null;
  /**
   * Time when the merge was undone; null if it was not undone
   * @example null
   */
  @Nullable() @Timestamp() unmergedAt: string | null;
  /**
   * Time since which the merge cannot be undone, because one of the records was permanently deleted; null if it can be
   * undone
   * @example null
   */
  @Nullable() @Timestamp() forgottenAt: string | null;
}
