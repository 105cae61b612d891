/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScheduledJobRunStatus } from './ScheduledJobRunStatus';
import type { ScheduledJobTrigger } from './ScheduledJobTrigger';
export type ScheduledJobRunView = {
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * The job.
   */
  name: string;
  /**
   * Whether the clock or a person began it.
   */
  trigger: ScheduledJobTrigger;
  /**
   * How it stands; `skipped` stands for times at which nothing was running.
   */
  status: ScheduledJobRunStatus;
  /**
   * The time it was due.
   */
  slotAt: string;
  /**
   * How often it was begun.
   */
  attempts: number;
  /**
   * When its last attempt began.
   */
  startedAt: string | null;
  /**
   * When it ended.
   */
  finishedAt: string | null;
  /**
   * How long its last attempt took.
   */
  durationMs: number | null;
  /**
   * What it says of itself.
   */
  result: Record<string, any> | null;
  /**
   * Why its last attempt failed.
   */
  error: string | null;
  /**
   * When it was made.
   */
  createdAt: string;
};

