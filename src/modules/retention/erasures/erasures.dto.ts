import {
  Choice,
  ChoicesParameter,
  Email,
  Flag,
  Id,
  Integer,
  Matching,
  NestedList,
  Nullable,
  Optional,
  Text,
  Texts,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { RETAINED_BECAUSE, type ErasureExceptionReason } from '../../../kernel/records/retention.js';

/** The person, by e-mail address, phone number or both. */
export class ErasureSubject {
  /**
   * E-mail address
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
  /**
   * Complete phone number; blanks, signs and leading zeros are ignored
   * @example "+49 151 12345678"
   */
  @Optional() @Matching(/^[0-9+()./ -]{7,40}$/) phone?: string;
}

export class ErasureFinding {
  /**
   * Record type
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * Number of records that would be erased
   * @example 1
   */
  @Integer(0, 2147483647) found: number;
  /**
   * Number of records that a legal hold protects
   * @example 0
   */
  @Integer(0, 2147483647) held: number;
}

export class ErasurePreviewView {
  /** Records of the person, by record type */
  @NestedList(() => ErasureFinding, 0, 100) records: ErasureFinding[];
  /**
   * Other places that are searched for copies of the data
   * @example ["events", "webhook-messages"]
   */
  @Texts(1, 50) copies: string[];
  /**
   * Whether a legal hold blocks the erasure; a request would be rejected
   * @example false
   */
  @Flag() isHeld: boolean;
}

export class ErasureLineView {
  /**
   * Type of records or copies
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * Number of deleted records
   * @example 1
   */
  @Integer(0, 2147483647) removed: number;
  /**
   * Number of anonymised records, which remain without personal data
   * @example 0
   */
  @Integer(0, 2147483647) anonymised: number;
  /**
   * Number of records that were not changed
   * @example 0
   */
  @Integer(0, 2147483647) retained: number;
  /** Reason for not changing these records */
  @Nullable() @Choice('ErasureExceptionReason', RETAINED_BECAUSE) reason: ErasureExceptionReason | null;
}

export const ERASURE_STATUSES = ['waiting', 'running', 'completed', 'held', 'failed', 'cancelled'] as const;
export type ErasureStatus = (typeof ERASURE_STATUSES)[number];

export class ErasureRequestView {
  /**
   * Id of the erasure request and of its job; see `GET /jobs/{id}` for the progress
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Status. `held` means that a legal hold kept some records; send a new request after the hold is released.
   * @example completed
   */
  @Choice('ErasureStatus', ERASURE_STATUSES) status: ErasureStatus;
  /**
   * Keyed hash of the person's identifiers; the same person has the same hash. No other data of the person is kept.
   * @example 2f0c5e1c6a0b4e4a9d2f7f6f6b1f2f0c5e1c6a0b4e4a9d2f7f6f6b1f2f0c5e1c
   */
  @Text(64, 64) subjectHash: string;
  /** Report of erased and remaining records, by type; empty until the request is completed */
  @NestedList(() => ErasureLineView, 0, 100) report: ErasureLineView[];
  /**
   * Id of the user who requested the erasure
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() requestedById: string | null;
  /**
   * Time of the request
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Completion time
   * @example 2026-11-21T09:30:02.000Z
   */
  @Nullable() @Timestamp() completedAt: string | null;
}

const ERASURE_SORTS = ['createdAt', '-createdAt'] as const;

export class ErasureRequestQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('ErasureSort', ERASURE_SORTS, 1) sort?: string[];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('ErasureStatus', ERASURE_STATUSES) status?: ErasureStatus[];
}
