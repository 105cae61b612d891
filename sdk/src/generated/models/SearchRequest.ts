/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from './CountMode';
export type SearchRequest = {
  /**
   * Which records; all when left out.
   */
  filter?: Record<string, any>;
  /**
   * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
   */
  viewId?: string;
  /**
   * Text that the record's words hold.
   */
  'q'?: string;
  /**
   * The order; `-` before a field means descending.
   */
  sort?: Array<string>;
  /**
   * What to give along with each record.
   */
  include?: Array<string>;
  /**
   * How many records a page holds, 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on: a cursor of another page of the same search.
   */
  cursor?: string;
  /**
   * Whether to count all records that match.
   */
  count?: CountMode;
  /**
   * Deleted records instead of living ones.
   */
  deleted?: boolean;
};

