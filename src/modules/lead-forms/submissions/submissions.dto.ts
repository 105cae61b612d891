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
import { OUTCOMES, type Outcome } from './outcome.js';

/** The one answer to every submission, whatever became of it. */
export class SubmissionAnswer {
  /**
   * The submission was received.
   * @example true
   */
  @Flag() ok: boolean;
}

/** What came in through a form, as it came. */
export class SubmissionView {
  /**
   * UUIDv7: ids sort by the time of coming in.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The form it came through.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() formId: string;
  /**
   * What became of it.
   * @example accepted
   */
  @Choice('SubmissionOutcome', OUTCOMES) outcome: Outcome;
  /**
   * Why it was not accepted; null where it was.
   * @example null
   */
  @Nullable() @Text(1, 255) reason: string | null;
  /**
   * Everything that was sent, as text, also what the form did not ask for.
   * @example {"name": "Ada Lovelace", "email": "ada@example.com"}
   */
  @FreeObject() payload: Record<string, unknown>;
  /**
   * The lead that was made from it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() leadId: string | null;
  /**
   * The sender's address.
   * @example 203.0.113.7
   */
  @Nullable() @Text(2, 45) ipAddress: string | null;
  /**
   * The sender's browser, in its own words.
   * @example Mozilla/5.0
   */
  @Nullable() @Text(0, 500) userAgent: string | null;
  /**
   * When it came in.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() receivedAt: string;
}

const SUBMISSION_SORTS = ['receivedAt', '-receivedAt'] as const;

export class SubmissionQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('SubmissionSort', SUBMISSION_SORTS, 1) sort?: string[];
  /** Any of these outcomes. */
  @Optional() @ChoicesParameter('SubmissionOutcome', OUTCOMES) outcome?: Outcome[];
  /** By the time of coming in. */
  @Optional() @Nested(() => TimestampFilter) receivedAt?: TimestampFilter;
}

export class SubmissionStatsQuery {
  /**
   * How many days back to count, 1 to 366.
   * @example 30
   */
  @Optional() @IntegerParameter(1, 366, 30) days?: number;
}

export class OutcomeCount {
  /**
   * The outcome.
   * @example accepted
   */
  @Choice('SubmissionOutcome', OUTCOMES) outcome: Outcome;
  /**
   * How many submissions ended so.
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

/** How a form does. */
export class SubmissionStatsView {
  /**
   * How many submissions there were.
   * @example 42
   */
  @Integer(0, 2147483647) total: number;
  /** By outcome; every outcome is listed. */
  @NestedList(() => OutcomeCount, 0, 10) byOutcome: OutcomeCount[];
  /**
   * When the last one was accepted.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() lastAcceptedAt: string | null;
}
