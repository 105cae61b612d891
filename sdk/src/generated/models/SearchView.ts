/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SearchGroupView } from './SearchGroupView';
import type { SearchHitView } from './SearchHitView';
export type SearchView = {
  /**
   * The best of all kinds, at most `limit`.
   */
  best: Array<SearchHitView>;
  /**
   * One group for each kind that was asked for and that the caller may read, also where nothing was found.
   */
  groups: Array<SearchGroupView>;
};

