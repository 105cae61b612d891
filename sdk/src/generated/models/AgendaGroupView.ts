/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityView } from './ActivityView';
export type AgendaGroupView = {
  /**
   * How many there are in all.
   */
  count: number;
  /**
   * The first of them, or those behind the cursor.
   */
  data: Array<ActivityView>;
  /**
   * Give this as `cursor`, with `group`, to go on; null where there are no more.
   */
  nextCursor: string | null;
};

