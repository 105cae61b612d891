/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobGroupView = {
  /**
   * What the jobs have in common.
   */
  key: string;
  /**
   * How many of its jobs run at once.
   */
  cap: number;
  /**
   * Whether its jobs run strictly one after the other.
   */
  ordered: boolean;
  /**
   * Until when none of its jobs is begun; null while it is not paused.
   */
  pausedUntil: string | null;
  /**
   * Failures since the last success; from 5 on one job at a time is tried.
   */
  consecutiveFailures: number;
  /**
   * Since when it has been failing.
   */
  failingSince: string | null;
  /**
   * Jobs that are due and wait.
   */
  ready: number;
  /**
   * Jobs at work.
   */
  running: number;
};

