/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobKindStats = {
  /**
   * Kind of job
   */
  kind: string;
  /**
   * Number of jobs that are due and waiting for a worker
   */
  ready: number;
  /**
   * Number of jobs that are due later
   */
  scheduled: number;
  /**
   * Number of running jobs
   */
  running: number;
  /**
   * Number of dead jobs, which failed permanently
   */
  dead: number;
  /**
   * Waiting time of the oldest due job in seconds
   */
  lagSeconds: number;
};

