import { SetMetadata } from '@nestjs/common';

/** Handling of missed due times: none, one run for all, or one run each (at most 100). */
export const MISFIRES = ['skip', 'run_once', 'run_all'] as const;
export type Misfire = (typeof MISFIRES)[number];

export interface CronTime {
  /** Minute, hour, day of month, month, day of week. */
  readonly cron: string;
  /** IANA name. Default: UTC. */
  readonly timeZone?: string;
}

export interface ScheduledOptions extends CronTime {
  /** Stable name, such as `sessions.purge`: history and settings depend on it. */
  readonly name: string;
  readonly misfire?: Misfire;
  readonly description: string;
}

export interface ScheduledCall {
  /** The due time, not the current time. */
  readonly slotAt: Date;
  /** Aborted when the process ends or another process has the run. The method must stop. */
  readonly signal: AbortSignal;
}

/** Can return a small object that is stored with the run, such as `{deleted: 12}`. */
export type ScheduledMethod = (call: ScheduledCall) => Promise<object | void>;

export const SCHEDULED = 'kontor:scheduled';

/**
 * Runs the method once for each due time, in one of the instances. After a crash the same due time can run again, so
 * the method must be idempotent.
 */
export const Scheduled =
  (options: ScheduledOptions) =>
  <M extends ScheduledMethod>(target: object, key: string | symbol, method: TypedPropertyDescriptor<M>): void =>
    void SetMetadata(SCHEDULED, options)(target, key, method);
