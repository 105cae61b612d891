/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityFilter } from './ActivityFilter';
import type { ActivityInclude } from './ActivityInclude';
import type { ActivitySort } from './ActivitySort';
import type { CountMode } from './CountMode';
export type ActivitySearchRequest = {
  /**
   * Filter; all records if omitted
   */
  filter?: ActivityFilter;
  /**
   * Id of a saved view. Its filter applies in addition; its sort order applies if `sort` is omitted.
   */
  viewId?: string;
  /**
   * Sort order; `-` before a field means descending
   */
  sort?: Array<(ActivitySort | `custom.${string}` | `-custom.${string}`)>;
  /**
   * Related records to include
   */
  include?: Array<ActivityInclude>;
  /**
   * Maximum number of records per page, 1 to 100; default 25
   */
  limit?: number;
  /**
   * Cursor of another page of the same search
   */
  cursor?: string;
  /**
   * Whether to count all matching records
   */
  count?: CountMode;
  /**
   * Whether to return deleted records instead of active records
   */
  deleted?: boolean;
};

