/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScheduledJobRunStatus } from './ScheduledJobRunStatus';
import type { ScheduledJobTrigger } from './ScheduledJobTrigger';
export type ScheduledJobRunView = {
  /**
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Name of the scheduled job
   */
  name: string;
  /**
   * Trigger of the run: the schedule or a user
   */
  trigger: ScheduledJobTrigger;
  /**
   * Status; `skipped` for scheduled times that were missed while no server was running
   */
  status: ScheduledJobRunStatus;
  /**
   * Scheduled time
   */
  slotAt: string;
  /**
   * Number of attempts
   */
  attempts: number;
  /**
   * Start time of the last attempt
   */
  startedAt: string | null;
  /**
   * End time
   */
  finishedAt: string | null;
  /**
   * Duration of the last attempt in milliseconds
   */
  durationMs: number | null;
  /**
   * Result that the job reported
   */
  result: Record<string, any> | null;
  /**
   * Error of the last attempt
   */
  error: string | null;
  /**
   * Creation time
   */
  createdAt: string;
};

