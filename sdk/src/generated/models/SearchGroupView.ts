/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SearchHitView } from './SearchHitView';
import type { SearchKind } from './SearchKind';
export type SearchGroupView = {
  /**
   * Record type
   */
  kind: SearchKind;
  /**
   * Hits, the best first
   */
  hits: Array<SearchHitView>;
  /**
   * Whether there are more hits of this record type
   */
  hasMore: boolean;
};

