import {
  Choice,
  ChoicesParameter,
  FreeObject,
  Id,
  Integer,
  Nested,
  NestedList,
  Nullable,
  Optional,
  Text,
  TextsParameter,
  Timestamp,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { TimestampFilter } from '../../platform/query/index.js';

export const JOB_STATUSES = ['waiting', 'scheduled', 'running', 'succeeded', 'failed', 'cancelled', 'dead'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export class JobProgress {
  /**
   * Number of finished items
   * @example 250
   */
  @Integer(0, 2147483647) done: number;
  /**
   * Total number of items; null if not known yet
   * @example 1000
   */
  @Nullable() @Integer(0, 2147483647) total: number | null;
}

export class JobView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Kind of job
   * @example webhook-delivery
   */
  @Text(1, 50) kind: string;
  /**
   * Status. Succeeded jobs are deleted, except jobs that a user requested. `dead` jobs have no attempts left; a
   * user can retry them.
   * @example waiting
   */
  @Choice('JobStatus', JOB_STATUSES) status: JobStatus;
  /**
   * Key of the group whose limit, pause and circuit breaker apply; null after the job ended
   * @example scheduled:sessions.purge
   */
  @Nullable() @Text(1, 150) group: string | null;
  /**
   * Id of the record that the job works on
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() refId: string;
  /**
   * Priority; lower numbers run first
   * @example 1
   */
  @Nullable() @Integer(0, 2) priority: number | null;
  /**
   * Number of attempts
   * @example 0
   */
  @Nullable() @Integer(0, 32767) attempts: number | null;
  /**
   * Earliest start time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() runAt: string | null;
  /** Progress; null for jobs that do not report progress */
  @Nullable() @Nested(() => JobProgress) progress: JobProgress | null;
  /**
   * Result of the job
   * @example {"created": 250}
   */
  @Nullable() @FreeObject() result: Record<string, unknown> | null;
  /**
   * Error of the last attempt
   * @example null
   */
  @Nullable() @Text(0, 10000) lastError: string | null;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Start time; null for jobs that do not report it
   * @example 2026-11-21T09:30:01.000Z
   */
  @Nullable() @Timestamp() startedAt: string | null;
  /**
   * Time when the job finished or failed permanently
   * @example null
   */
  @Nullable() @Timestamp() finishedAt: string | null;
  /**
   * Id of the user who requested the job; null for automatic jobs
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() createdById: string | null;
}

const JOB_SORTS = ['createdAt', '-createdAt'] as const;

export class JobQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('JobSort', JOB_SORTS, 1) sort?: string[];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('JobStatus', JOB_STATUSES) status?: JobStatus[];
  /**
   * Kinds; repeat to match any of several
   * @example ["scheduled"]
   */
  @Optional() @TextsParameter(50) kind?: string[];
  /**
   * Group keys; repeat to match any of several
   * @example ["scheduled:sessions.purge"]
   */
  @Optional() @TextsParameter(150) group?: string[];
  /** Creation time */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}

/** Filters of the dead jobs; without filters all dead jobs are retried. */
export class JobRetryRequest {
  /**
   * Kind of jobs to retry; all kinds if omitted
   * @example webhook-delivery
   */
  @Optional() @Text(1, 50) kind?: string;
  /**
   * Earliest time at which the jobs failed permanently
   * @example 2026-11-21T00:00:00Z
   */
  @Optional() @Timestamp() diedSince?: string;
}

export class JobRetryView {
  /**
   * Number of jobs put back into the queue, at most 10,000 per call
   * @example 42
   */
  @Integer(0, 10000) retried: number;
  /**
   * Number of matching dead jobs that remain
   * @example 0
   */
  @Integer(0, 2147483647) remaining: number;
}

export class JobKindStats {
  /**
   * Kind of job
   * @example webhook-delivery
   */
  @Text(1, 50) kind: string;
  /**
   * Number of jobs that are due and waiting for a worker
   * @example 3
   */
  @Integer(0, 2147483647) ready: number;
  /**
   * Number of jobs that are due later
   * @example 12
   */
  @Integer(0, 2147483647) scheduled: number;
  /**
   * Number of running jobs
   * @example 1
   */
  @Integer(0, 2147483647) running: number;
  /**
   * Number of dead jobs, which failed permanently
   * @example 0
   */
  @Integer(0, 2147483647) dead: number;
  /**
   * Waiting time of the oldest due job in seconds
   * @example 0
   */
  @Integer(0, 2147483647) lagSeconds: number;
}

export class OutboxStats {
  /**
   * Number of events waiting for delivery
   * @example 0
   */
  @Integer(0, 2147483647) waiting: number;
  /**
   * Waiting time of the oldest event in seconds
   * @example 0
   */
  @Integer(0, 2147483647) lagSeconds: number;
  /**
   * Number of dead-lettered events
   * @example 0
   */
  @Integer(0, 2147483647) deadLettered: number;
}

export class JobStatsView {
  /** One entry per kind that has jobs */
  @NestedList(() => JobKindStats, 0, 1000) kinds: JobKindStats[];
  /** Outbox that events are delivered from */
  @Nested(() => OutboxStats) outbox: OutboxStats;
}
