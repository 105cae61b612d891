/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyFilter } from './CompanyFilter';
import type { CompanyInclude } from './CompanyInclude';
import type { CompanySort } from './CompanySort';
import type { CountMode } from './CountMode';
export type CompanySearchRequest = {
  /**
   * Filter; all records if omitted
   */
  filter?: CompanyFilter;
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
  sort?: Array<(CompanySort | `custom.${string}` | `-custom.${string}`)>;
  /**
   * Related records to include
   */
  include?: Array<CompanyInclude>;
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

