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

/** Which records become part of another one. */
export class RecordMergeRequest {
  /**
   * The records that are merged into the one in the path and are deleted with it, 1 to 5. Where several have what the survivor lacks, the first one counts.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f"]
   */
  @IdList(5, 1) loserIds: string[];
  /**
   * By field the record whose value wins, where it is not to be the survivor, or the first one with a value. Custom fields are called `custom.<key>`, ids of other systems `externalIds.<system>`.
   * @example {"phone": "0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f"}
   */
  @Optional() @TextMap(200) fields?: Record<string, string>;
}

/** Which merge is undone. */
export class RecordUnmergeRequest {
  /**
   * The merge; left out, the latest one of the record that has not been undone.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b80
   */
  @Optional() @Id() mergeId?: string;
}

/** What one of the records has in a field. */
export class MergeCandidate {
  /**
   * The record.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f
   */
  @Id() id: string;

  @ApiProperty(anyValue('What it has.', '+44 20 7946 0958'))
  value: unknown;
}

/** What becomes of one field. */
export class MergeField {
  /**
   * The field; custom fields are called `custom.<key>`, ids of other systems `externalIds.<system>`.
   * @example phone
   */
  @Text(1, 255) field: string;

  @ApiProperty(anyValue('What the survivor has afterwards.', '+44 20 7946 0958'))
  value: unknown;

  /**
   * The record that it comes from; null for what is united from several.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f
   */
  @Nullable() @Id() fromId: string | null;
  /** What each record has that has anything. */
  @NestedList(() => MergeCandidate, 0, 6) candidates: MergeCandidate[];
}

/** How many records of one kind are on the survivor afterwards instead of on the others. */
export class MergeMove {
  /**
   * What moves.
   * @example activities
   */
  @Text(1, 63) resource: string;
  /**
   * The field that names the survivor afterwards.
   * @example contactId
   */
  @Text(1, 63) field: string;
  /**
   * How many, also of those that are deleted or out of the caller's sight: all of them move.
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

/** What a merge would do. */
export class RecordMergePreview {
  /** Every field in which any of the records has something. */
  @NestedList(() => MergeField, 0, 500) fields: MergeField[];
  /** What moves to the survivor. */
  @NestedList(() => MergeMove, 0, 50) moves: MergeMove[];
}

/** What the events of a merge tell besides. */
export class MergeTold {
  /**
   * The merge, as `GET …/merges` lists it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b80
   */
  @Id() mergeId: string;
  /**
   * The records that were merged into this one, or that are their own again.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f"]
   */
  @IdList(5) mergedIds: string[];
  /** What moved with them. Records that moved have no event of their own. */
  @NestedList(() => MergeMove, 0, 50) moves: MergeMove[];
}

/** A merge, as the journal has it. */
export class RecordMergeView {
  /**
   * The id of the merge.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b80
   */
  @Id() id: string;
  /**
   * The record that stayed.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() survivorId: string;
  /**
   * The records that were merged into it.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f"]
   */
  @IdList(5) mergedIds: string[];
  /**
   * The fields of the survivor that changed.
   * @example ["phone"]
   */
  @Texts(1, 63, 100) changedFields: string[];
  /** What moved. */
  @NestedList(() => MergeMove, 0, 50) moves: MergeMove[];
  /** Who merged them; null for somebody who is gone. */
  @Nullable() @Nested(() => OwnerRef) mergedBy: OwnerRef | null;
  /**
   * When they were merged.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() mergedAt: string;
  /** Who undid it. */
  @Nullable() @Nested(() => OwnerRef) unmergedBy: OwnerRef | null;
  /**
   * When it was undone; null while it stands.
   * @example null
   */
  @Nullable() @Timestamp() unmergedAt: string | null;
  /**
   * Since when its values are forgotten and it cannot be undone, because one of the records was removed for good; null where all are there.
   * @example null
   */
  @Nullable() @Timestamp() forgottenAt: string | null;
}
