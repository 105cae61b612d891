/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobRetryRequest = {
  /**
   * Kind of jobs to retry; all kinds if omitted
   */
  kind?: string;
  /**
   * Earliest time at which the jobs failed permanently
   */
  diedSince?: string;
};

