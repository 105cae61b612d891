/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { JobKindStats } from './JobKindStats';
import type { OutboxStats } from './OutboxStats';
export type JobStatsView = {
  /**
   * One entry per kind that has jobs
   */
  kinds: Array<JobKindStats>;
  /**
   * Outbox that events are delivered from
   */
  outbox: OutboxStats;
};

