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

export class ScheduledJobRunView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Name of the scheduled job
   * @example sessions.purge
   */
  @Text(1, 100) name: string;
  /**
   * Trigger of the run: the schedule or a user
   * @example schedule
   */
  @Choice('ScheduledJobTrigger', TRIGGERS) trigger: (typeof TRIGGERS)[number];
  /**
   * Status; `skipped` for scheduled times that were missed while no server was running
   * @example succeeded
   */
  @Choice('ScheduledJobRunStatus', RUN_STATUSES) status: RunStatus;
  /**
   * Scheduled time
   * @example 2026-11-21T09:17:00.000Z
   */
  @Timestamp() slotAt: string;
  /**
   * Number of attempts
   * @example 1
   */
  @Integer(0, 32767) attempts: number;
  /**
   * Start time of the last attempt
   * @example 2026-11-21T09:17:03.000Z
   */
  @Nullable() @Timestamp() startedAt: string | null;
  /**
   * End time
   * @example 2026-11-21T09:17:03.250Z
   */
  @Nullable() @Timestamp() finishedAt: string | null;
  /**
   * Duration of the last attempt in milliseconds
   * @example 250
   */
  @Nullable() @Integer(0, 2147483647) durationMs: number | null;
  /**
   * Result that the job reported
   * @example {"deleted": 12}
   */
  @Nullable() @FreeObject() result: Record<string, unknown> | null;
  /**
   * Error of the last attempt
   * @example null
   */
  @Nullable() @Text(0, 2000) error: string | null;
  /**
   * Creation time
   * @example 2026-11-21T09:17:01.000Z
   */
  @Timestamp() createdAt: string;
}

export class ScheduledJobView {
  /**
   * Name
   * @example sessions.purge
   */
  @Text(1, 100) name: string;
  /**
   * Description; empty for a job that no longer exists
   * @example "Deletes sessions 30 days after they ended."
   */
  @Text(0, 500) description: string;
  /**
   * Cron expression: minute, hour, day of month, month, day of week
   * @example 17 * * * *
   */
  @Nullable() @Text(1, 100) cron: string | null;
  /**
   * Time zone of the cron expression
   * @example UTC
   */
  @Nullable() @Text(1, 50) timeZone: string | null;
  /**
   * Behaviour for scheduled times that were missed while no server was running
   * @example run_once
   */
  @Nullable() @Choice('ScheduledJobMisfire', MISFIRES) misfire: Misfire | null;
  /**
   * Whether the schedule is enabled
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Whether this version of the server no longer has the job; only its history remains
   * @example false
   */
  @Flag() isObsolete: boolean;
  /** The latest run; null before the first run */
  @Nullable() @Nested(() => ScheduledJobRunView) lastRun: ScheduledJobRunView | null;
  /**
   * Next scheduled time; null if the schedule is disabled
   * @example 2026-11-21T10:17:00.000Z
   */
  @Nullable() @Timestamp() nextSlotAt: string | null;
}

export class ScheduledJobUpdate {
  /**
   * Whether the schedule is enabled; times that pass while it is disabled are not run later
   * @example true
   */
  @Flag() enabled: boolean;
}

export class ScheduledJobRunQuery extends PageQuery {
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('ScheduledJobRunStatus', RUN_STATUSES) status?: RunStatus[];
}
