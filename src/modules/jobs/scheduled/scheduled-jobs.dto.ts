import {
  Choice,
  ChoicesParameter,
  Flag,
  FreeObject,
  Id,
  Integer,
  Nested,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { MISFIRES, type Misfire } from '../../../platform/schedule/index.js';

export const RUN_STATUSES = ['waiting', 'running', 'succeeded', 'failed', 'skipped'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
const TRIGGERS = ['schedule', 'manual'] as const;

/** One run of a scheduled job. */
export class ScheduledJobRunView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The job.
   * @example sessions.purge
   */
  @Text(1, 100) name: string;
  /**
   * Whether the clock or a person began it.
   * @example schedule
   */
  @Choice('ScheduledJobTrigger', TRIGGERS) trigger: (typeof TRIGGERS)[number];
  /**
   * How it stands; `skipped` stands for times at which nothing was running.
   * @example succeeded
   */
  @Choice('ScheduledJobRunStatus', RUN_STATUSES) status: RunStatus;
  /**
   * The time it was due.
   * @example 2026-11-21T09:17:00.000Z
   */
  @Timestamp() slotAt: string;
  /**
   * How often it was begun.
   * @example 1
   */
  @Integer(0, 32767) attempts: number;
  /**
   * When its last attempt began.
   * @example 2026-11-21T09:17:03.000Z
   */
  @Nullable() @Timestamp() startedAt: string | null;
  /**
   * When it ended.
   * @example 2026-11-21T09:17:03.250Z
   */
  @Nullable() @Timestamp() finishedAt: string | null;
  /**
   * How long its last attempt took.
   * @example 250
   */
  @Nullable() @Integer(0, 2147483647) durationMs: number | null;
  /**
   * What it says of itself.
   * @example {"deleted": 12}
   */
  @Nullable() @FreeObject() result: Record<string, unknown> | null;
  /**
   * Why its last attempt failed.
   * @example null
   */
  @Nullable() @Text(0, 2000) error: string | null;
  /**
   * When it was made.
   * @example 2026-11-21T09:17:01.000Z
   */
  @Timestamp() createdAt: string;
}

/** Something that happens by the clock. */
export class ScheduledJobView {
  /**
   * Its name.
   * @example sessions.purge
   */
  @Text(1, 100) name: string;
  /**
   * What it does; empty for a job that is no more.
   * @example "Deletes sessions that have been over for 30 days."
   */
  @Text(0, 500) description: string;
  /**
   * When it is due: minute, hour, day of month, month, day of week.
   * @example 17 * * * *
   */
  @Nullable() @Text(1, 100) cron: string | null;
  /**
   * The time zone that this is meant in.
   * @example UTC
   */
  @Nullable() @Text(1, 50) timeZone: string | null;
  /**
   * What becomes of times at which nothing was running.
   * @example run_once
   */
  @Nullable() @Choice('ScheduledJobMisfire', MISFIRES) misfire: Misfire | null;
  /**
   * Whether it runs by the clock.
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Whether this version of the server no longer knows it; only its history is left.
   * @example false
   */
  @Flag() isObsolete: boolean;
  /** The latest run; null before the first. */
  @Nullable() @Nested(() => ScheduledJobRunView) lastRun: ScheduledJobRunView | null;
  /**
   * When it is due next; null while it is switched off.
   * @example 2026-11-21T10:17:00.000Z
   */
  @Nullable() @Timestamp() nextSlotAt: string | null;
}

export class ScheduledJobUpdate {
  /**
   * Whether it runs by the clock. Times that pass while it is off are not made up for.
   * @example true
   */
  @Flag() enabled: boolean;
}

export class ScheduledJobRunQuery extends PageQuery {
  /** Any of these. */
  @Optional() @ChoicesParameter('ScheduledJobRunStatus', RUN_STATUSES) status?: RunStatus[];
}
