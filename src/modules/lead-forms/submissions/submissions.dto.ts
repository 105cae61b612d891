import {
  Choice,
  ChoicesParameter,
  Flag,
  FreeObject,
  Id,
  Integer,
  IntegerParameter,
  Nested,
  NestedList,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { TimestampFilter } from '../../../platform/query/index.js';
import { OUTCOMES, type SubmissionResult } from './outcome.js';

/** The same response for every outcome, so that senders of spam learn nothing. */
export class SubmissionAnswer {
  /**
   * Always true: the submission was received
   * @example true
   */
  @Flag() ok: boolean;
}

export class SubmissionView {
  /**
   * Id (UUIDv7, sortable by the time of receipt)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Id of the lead form
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() formId: string;
  /**
   * Outcome of the submission
   * @example accepted
   */
  @Choice('SubmissionOutcome', OUTCOMES) outcome: SubmissionResult;
  /**
   * Reason why the submission was not accepted; null if it was accepted
   * @example null
   */
  @Nullable() @Text(1, 255) reason: string | null;
  /**
   * All submitted values as text, including values that the form does not ask for
   * @example {"name": "Ada Lovelace", "email": "ada@example.com"}
   */
  @FreeObject() payload: Record<string, unknown>;
  /**
   * Id of the lead that was created from the submission
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() leadId: string | null;
  /**
   * IP address of the sender
   * @example 203.0.113.7
   */
  @Nullable() @Text(2, 45) ipAddress: string | null;
  /**
   * User agent of the sender
   * @example Mozilla/5.0
   */
  @Nullable() @Text(0, 500) userAgent: string | null;
  /**
   * Time of receipt
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() receivedAt: string;
}

const SUBMISSION_SORTS = ['receivedAt', '-receivedAt'] as const;

export class SubmissionQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('SubmissionSort', SUBMISSION_SORTS, 1) sort?: string[];
  /** Outcomes; repeat to match any of several */
  @Optional() @ChoicesParameter('SubmissionOutcome', OUTCOMES) outcome?: SubmissionResult[];
  /** Time of receipt */
  @Optional() @Nested(() => TimestampFilter) receivedAt?: TimestampFilter;
}

export class SubmissionStatsQuery {
  /**
   * Number of days to count back, 1 to 366
   * @example 30
   */
  @Optional() @IntegerParameter(1, 366, 30) days?: number;
}

export class OutcomeCount {
  /**
   * Outcome
   * @example accepted
   */
  @Choice('SubmissionOutcome', OUTCOMES) outcome: SubmissionResult;
  /**
   * Number of submissions with this outcome
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class SubmissionStatsView {
  /**
   * Number of submissions
   * @example 42
   */
  @Integer(0, 2147483647) total: number;
  /** Number of submissions by outcome; all outcomes are listed */
  @NestedList(() => OutcomeCount, 0, 10) byOutcome: OutcomeCount[];
  /**
   * Time of the last accepted submission
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() lastAcceptedAt: string | null;
}
