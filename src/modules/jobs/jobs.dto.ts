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

/** How far long work is. */
export class JobProgress {
  /**
   * How much is done.
   * @example 250
   */
  @Integer(0, 2147483647) done: number;
  /**
   * How much there is; null while that is not known.
   * @example 1000
   */
  @Nullable() @Integer(0, 2147483647) total: number | null;
}

/** A piece of work that happens after the answer. */
export class JobView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What kind of work it is.
   * @example webhook-delivery
   */
  @Text(1, 50) kind: string;
  /**
   * How it stands. What succeeds is forgotten unless it is long work that somebody asked for; `dead` was given up and can be redriven.
   * @example waiting
   */
  @Choice('JobStatus', JOB_STATUSES) status: JobStatus;
  /**
   * The group whose cap, pause and breaker it shares; null once it is out of the queue.
   * @example scheduled:sessions.purge
   */
  @Nullable() @Text(1, 150) group: string | null;
  /**
   * The record that is worked on.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() refId: string;
  /**
   * 0 goes before 1, 1 before 2.
   * @example 1
   */
  @Nullable() @Integer(0, 2) priority: number | null;
  /**
   * How often it was begun.
   * @example 0
   */
  @Nullable() @Integer(0, 32767) attempts: number | null;
  /**
   * Not before this time.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() runAt: string | null;
  /** How far it is; null for work that does not say so. */
  @Nullable() @Nested(() => JobProgress) progress: JobProgress | null;
  /**
   * What came of it.
   * @example {"created": 250}
   */
  @Nullable() @FreeObject() result: Record<string, unknown> | null;
  /**
   * Why the last attempt failed.
   * @example null
   */
  @Nullable() @Text(0, 10000) lastError: string | null;
  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was begun; null for work that does not say so.
   * @example 2026-11-21T09:30:01.000Z
   */
  @Nullable() @Timestamp() startedAt: string | null;
  /**
   * When it ended, or was given up.
   * @example null
   */
  @Nullable() @Timestamp() finishedAt: string | null;
  /**
   * Who asked for it; null for what happens by itself.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() createdById: string | null;
}

const JOB_SORTS = ['createdAt', '-createdAt'] as const;

export class JobQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('JobSort', JOB_SORTS, 1) sort?: string[];
  /** Any of these. */
  @Optional() @ChoicesParameter('JobStatus', JOB_STATUSES) status?: JobStatus[];
  /**
   * Any of these kinds.
   * @example ["scheduled"]
   */
  @Optional() @TextsParameter(50) kind?: string[];
  /**
   * Any of these groups.
   * @example ["scheduled:sessions.purge"]
   */
  @Optional() @TextsParameter(150) group?: string[];
  /** By the time of making. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}

/** Which dead jobs go back into the queue; all when nothing is said. */
export class JobRedrive {
  /**
   * Only this kind.
   * @example webhook-delivery
   */
  @Optional() @Text(1, 50) kind?: string;
  /**
   * Only those given up at this time or later.
   * @example 2026-11-21T00:00:00Z
   */
  @Optional() @Timestamp() diedSince?: string;
}

export class JobRedriveView {
  /**
   * How many jobs are back in the queue, at most 10000 a call.
   * @example 42
   */
  @Integer(0, 10000) redriven: number;
  /**
   * How many of the dead jobs asked for are left.
   * @example 0
   */
  @Integer(0, 2147483647) remaining: number;
}

/** How the jobs of one kind stand. */
export class JobKindStats {
  /**
   * The kind.
   * @example webhook-delivery
   */
  @Text(1, 50) kind: string;
  /**
   * Due, and waiting for somebody to take them.
   * @example 3
   */
  @Integer(0, 2147483647) ready: number;
  /**
   * Due later.
   * @example 12
   */
  @Integer(0, 2147483647) scheduled: number;
  /**
   * At work.
   * @example 1
   */
  @Integer(0, 2147483647) running: number;
  /**
   * Given up.
   * @example 0
   */
  @Integer(0, 2147483647) dead: number;
  /**
   * Seconds that the oldest due one has waited.
   * @example 0
   */
  @Integer(0, 2147483647) lagSeconds: number;
}

export class OutboxStats {
  /**
   * Events that wait for their delivery.
   * @example 0
   */
  @Integer(0, 2147483647) waiting: number;
  /**
   * Seconds that the oldest of them has waited.
   * @example 0
   */
  @Integer(0, 2147483647) lagSeconds: number;
  /**
   * Events that were put aside.
   * @example 0
   */
  @Integer(0, 2147483647) parked: number;
}

/** How queue and outbox stand. */
export class JobStatsView {
  /** One entry a kind that has jobs. */
  @NestedList(() => JobKindStats, 0, 1000) kinds: JobKindStats[];
  /** The outbox, from which events are delivered. */
  @Nested(() => OutboxStats) outbox: OutboxStats;
}
