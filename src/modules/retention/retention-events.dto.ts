import { Choice, Id, Integer, Nullable, Text } from '../../kernel/fields.js';

export class RetentionFacts {
  /**
   * Id of the run
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Record type
   * @example leads
   */
  @Text(1, 50) kind: string;
  /**
   * Number of deleted records
   * @example 12
   */
  @Integer(0, 2147483647) removed: number;
  /**
   * Number of records that a legal hold protects
   * @example 0
   */
  @Integer(0, 2147483647) held: number;
}

/** A legal hold in an event, without the person and the reason. */
export class LegalHoldFacts {
  /**
   * Id of the legal hold
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Record type of the held record; null if the hold protects a person
   * @example leads
   */
  @Nullable() @Text(1, 50) resourceType: string | null;
  /**
   * Id of the held record; null if the hold protects a person
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() recordId: string | null;
}

export const ERASURE_ENDS = ['completed', 'held'] as const;

/** An erasure in an event, without data of the person. */
export class ErasureFacts {
  /**
   * Id of the erasure request
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Final status; `held` if a legal hold kept some records
   * @example completed
   */
  @Choice('ErasureEnd', ERASURE_ENDS) status: (typeof ERASURE_ENDS)[number];
  /**
   * Number of records and copies that were deleted or anonymised
   * @example 7
   */
  @Integer(0, 2147483647) erased: number;
  /**
   * Number of records that could not be erased
   * @example 0
   */
  @Integer(0, 2147483647) retained: number;
}
