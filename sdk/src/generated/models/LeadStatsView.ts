/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DayCount } from './DayCount';
import type { LeadView } from './LeadView';
import type { SourceCount } from './SourceCount';
import type { StatusCount } from './StatusCount';
export type LeadStatsView = {
  /**
   * How many living leads there are.
   */
  total: number;
  /**
   * By status, in the order of the lifecycle; every status is listed.
   */
  byStatus: Array<StatusCount>;
  /**
   * By source, most first, at most 50.
   */
  bySource: Array<SourceCount>;
  /**
   * New leads per day, oldest first; every day is listed.
   */
  perDay: Array<DayCount>;
  /**
   * The ten newest.
   */
  recent: Array<LeadView>;
};

