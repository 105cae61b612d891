/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordFilter } from './RecordFilter';
import type { ViewScope } from './ViewScope';
export type SavedViewUpdate = {
  /**
   * Name
   */
  name?: string;
  /**
   * Filter; null for all records
   */
  filter?: RecordFilter | null;
  /**
   * Columns in display order
   */
  columns?: Array<string>;
  /**
   * Sort order; `-` before a field means descending
   */
  sort?: Array<string>;
  /**
   * Field to group the records by
   */
  groupBy?: string | null;
  /**
   * Visibility: `private`, `team` (the team of the caller) or `shared` (all users). More than `private` needs `views:share`.
   */
  scope?: ViewScope;
};

