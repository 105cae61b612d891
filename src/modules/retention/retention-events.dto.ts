import { Choice, Id, Integer, Nullable, Text } from '../../kernel/fields.js';

/** What a run of a retention policy removed. */
export class RetentionFacts {
  /**
   * The run.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What was removed.
   * @example leads
   */
  @Text(1, 50) kind: string;
  /**
   * How many records.
   * @example 12
   */
  @Integer(0, 2147483647) removed: number;
  /**
   * How many had to stay because of a legal hold.
   * @example 0
   */
  @Integer(0, 2147483647) held: number;
}

/** What events tell of a legal hold: not whom it is about, and not why. */
export class LegalHoldFacts {
  /**
   * The hold.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What kind of record is held; null where it is a person.
   * @example leads
   */
  @Nullable() @Text(1, 50) resourceType: string | null;
  /**
   * The record that is held; null where it is a person.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() recordId: string | null;
}

export const ERASURE_ENDS = ['completed', 'held'] as const;

/** What events tell of an erasure: nothing of the person. */
export class ErasureFacts {
  /**
   * The request.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * How it ended: `held` where records had to stay because of a legal hold.
   * @example completed
   */
  @Choice('ErasureEnd', ERASURE_ENDS) status: (typeof ERASURE_ENDS)[number];
  /**
   * How many records and copies were removed or anonymised.
   * @example 7
   */
  @Integer(0, 2147483647) erased: number;
  /**
   * How many had to stay.
   * @example 0
   */
  @Integer(0, 2147483647) kept: number;
}
