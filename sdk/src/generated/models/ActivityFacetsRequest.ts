/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityFacet } from './ActivityFacet';
import type { ActivityFilter } from './ActivityFilter';
export type ActivityFacetsRequest = {
  /**
   * Filter; all records if omitted
   */
  filter?: ActivityFilter;
  /**
   * Id of a saved view; its filter applies in addition
   */
  viewId?: string;
  /**
   * Fields to count by, 1 to 8
   */
  facets: Array<(ActivityFacet | `custom.${string}`)>;
};

