import { SetMetadata } from '@nestjs/common';

/** What becomes of slots that nobody ran in time: nothing, one run for all of them, or one each (100 at most). */
export const MISFIRES = ['skip', 'run_once', 'run_all'] as const;
export type Misfire = (typeof MISFIRES)[number];

/** When something is due. */
export interface CronTime {
  /** Minute, hour, day of month, month, day of week. */
  readonly cron: string;
  /** IANA name; UTC by default. */
  readonly timeZone?: string;
}

export interface ScheduledOptions extends CronTime {
  /** Stable, as `sessions.purge`: its history and its switch hang on it. */
  readonly name: string;
  readonly misfire?: Misfire;
  readonly description: string;
}

/** One call of a scheduled method. */
export interface ScheduledCall {
  /** The time that it is run for, not the time at which it is. */
  readonly slotAt: Date;
  /** Ends when the process ends or somebody else has the run by now: whoever works on must stop. */
  readonly signal: AbortSignal;
}

/** May give a small object, which is kept with the run: `{deleted: 12}`. */
export type ScheduledMethod = (call: ScheduledCall) => Promise<object | void>;

export const SCHEDULED = 'kontor:scheduled';

/**
 * Runs the method at its times: each slot once, however many instances there are. It may be run again after a crash, so
 * the same slot twice must be as good as once.
 */
export const Scheduled =
  (options: ScheduledOptions) =>
  <M extends ScheduledMethod>(target: object, key: string | symbol, method: TypedPropertyDescriptor<M>): void =>
    void SetMetadata(SCHEDULED, options)(target, key, method);
