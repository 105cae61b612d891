/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityView } from './ActivityView';
export type AgendaGroupView = {
  /**
   * Total number of activities in the group
   */
  count: number;
  /**
   * First activities of the group, or the page after the cursor
   */
  data: Array<ActivityView>;
  /**
   * Value of `cursor` for the next page, together with `group`; null on the last page
   */
  nextCursor: string | null;
};

