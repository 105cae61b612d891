/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScheduledJobMisfire } from './ScheduledJobMisfire';
import type { ScheduledJobRunView } from './ScheduledJobRunView';
export type ScheduledJobView = {
  /**
   * Its name.
   */
  name: string;
  /**
   * What it does; empty for a job that is no more.
   */
  description: string;
  /**
   * When it is due: minute, hour, day of month, month, day of week.
   */
  cron: string | null;
  /**
   * The time zone that this is meant in.
   */
  timeZone: string | null;
  /**
   * What becomes of times at which nothing was running.
   */
  misfire: ScheduledJobMisfire | null;
  /**
   * Whether it runs by the clock.
   */
  enabled: boolean;
  /**
   * Whether this version of the server no longer knows it; only its history is left.
   */
  isObsolete: boolean;
  /**
   * The latest run; null before the first.
   */
  lastRun: ScheduledJobRunView | null;
  /**
   * When it is due next; null while it is switched off.
   */
  nextSlotAt: string | null;
};

