/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from './CountMode';
import type { UserFilter } from './UserFilter';
import type { UserSort } from './UserSort';
export type UserSearchRequest = {
  /**
   * Filter; all records if omitted
   */
  filter?: UserFilter;
  /**
   * Search text; every word must occur in the record
   */
  'q'?: string;
  /**
   * Sort order; `-` before a field means descending
   */
  sort?: Array<UserSort>;
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

