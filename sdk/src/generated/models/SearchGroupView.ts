/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SearchHitView } from './SearchHitView';
import type { SearchKind } from './SearchKind';
export type SearchGroupView = {
  /**
   * The kind.
   */
  kind: SearchKind;
  /**
   * The hits, the best first.
   */
  hits: Array<SearchHitView>;
  /**
   * Whether more of this kind were found.
   */
  hasMore: boolean;
};

