/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SearchGroupView } from './SearchGroupView';
import type { SearchHitView } from './SearchHitView';
export type SearchView = {
  /**
   * Best hits of all record types, at most `limit`
   */
  best: Array<SearchHitView>;
  /**
   * One group per requested record type that the caller may read; groups without hits are included
   */
  groups: Array<SearchGroupView>;
};

