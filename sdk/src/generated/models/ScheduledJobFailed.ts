/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScheduledJobFailed = {
  /**
   * The scheduled job.
   */
  name: string;
  /**
   * Its run.
   */
  runId: string;
  /**
   * The time that it was run for.
   */
  slotAt: string;
  /**
   * How often it was tried.
   */
  attempts: number;
  /**
   * What went wrong the last time.
   */
  error: string;
};

