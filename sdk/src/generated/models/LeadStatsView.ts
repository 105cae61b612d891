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
   * Number of leads, without deleted leads
   */
  total: number;
  /**
   * Number of leads by status; all statuses, in lifecycle order
   */
  byStatus: Array<StatusCount>;
  /**
   * Number of leads by source, at most 50, the most frequent first
   */
  bySource: Array<SourceCount>;
  /**
   * Number of new leads per day, oldest first; days without leads are included
   */
  perDay: Array<DayCount>;
  /**
   * The ten newest leads
   */
  recent: Array<LeadView>;
};

