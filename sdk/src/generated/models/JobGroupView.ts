/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobGroupView = {
  /**
   * Key of the job group
   */
  key: string;
  /**
   * Maximum number of jobs that run at the same time
   */
  cap: number;
  /**
   * Whether jobs run strictly one after another
   */
  ordered: boolean;
  /**
   * Time until which no job of the group starts; null if the group is not paused
   */
  pausedUntil: string | null;
  /**
   * Number of failures since the last success; from 5 on, only one job at a time is tried
   */
  consecutiveFailures: number;
  /**
   * Time since which all jobs of the group fail
   */
  failingSince: string | null;
  /**
   * Number of jobs that are due and waiting
   */
  ready: number;
  /**
   * Number of running jobs
   */
  running: number;
};

