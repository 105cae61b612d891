/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from './CountMode';
import type { LeadFilter } from './LeadFilter';
import type { LeadInclude } from './LeadInclude';
import type { LeadSort } from './LeadSort';
export type LeadSearchRequest = {
  /**
   * Filter; all records if omitted
   */
  filter?: LeadFilter;
  /**
   * Id of a saved view. Its filter applies in addition; its sort order applies if `sort` is omitted.
   */
  viewId?: string;
  /**
   * Search text; every word must occur in the record
   */
  'q'?: string;
  /**
   * Sort order; `-` before a field means descending
   */
  sort?: Array<(LeadSort | `custom.${string}` | `-custom.${string}`)>;
  /**
   * Related records to include
   */
  include?: Array<LeadInclude>;
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

