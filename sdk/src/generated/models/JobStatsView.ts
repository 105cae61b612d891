/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { JobKindStats } from './JobKindStats';
import type { OutboxStats } from './OutboxStats';
export type JobStatsView = {
  /**
   * One entry a kind that has jobs.
   */
  kinds: Array<JobKindStats>;
  /**
   * The outbox, from which events are delivered.
   */
  outbox: OutboxStats;
};

