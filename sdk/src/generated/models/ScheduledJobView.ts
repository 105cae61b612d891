/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScheduledJobMisfire } from './ScheduledJobMisfire';
import type { ScheduledJobRunView } from './ScheduledJobRunView';
export type ScheduledJobView = {
  /**
   * Name
   */
  name: string;
  /**
   * Description; empty for a job that no longer exists
   */
  description: string;
  /**
   * Cron expression: minute, hour, day of month, month, day of week
   */
  cron: string | null;
  /**
   * Time zone of the cron expression
   */
  timeZone: string | null;
  /**
   * Behaviour for scheduled times that were missed while no server was running
   */
  misfire: ScheduledJobMisfire | null;
  /**
   * Whether the schedule is enabled
   */
  enabled: boolean;
  /**
   * Whether this version of the server no longer has the job; only its history remains
   */
  isObsolete: boolean;
  /**
   * The latest run; null before the first run
   */
  lastRun: ScheduledJobRunView | null;
  /**
   * Next scheduled time; null if the schedule is disabled
   */
  nextSlotAt: string | null;
};

