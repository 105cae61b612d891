/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScheduledJobFailed = {
  /**
   * Name of the scheduled job
   */
  name: string;
  /**
   * Id of the run
   */
  runId: string;
  /**
   * Scheduled time of the run
   */
  slotAt: string;
  /**
   * Number of attempts
   */
  attempts: number;
  /**
   * Error of the last attempt
   */
  error: string;
};

