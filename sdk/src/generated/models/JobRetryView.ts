/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobRetryView = {
  /**
   * Number of jobs put back into the queue, at most 10,000 per call
   */
  retried: number;
  /**
   * Number of matching dead jobs that remain
   */
  remaining: number;
};

