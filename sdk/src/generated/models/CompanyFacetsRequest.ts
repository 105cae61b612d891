/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyFacet } from './CompanyFacet';
import type { CompanyFilter } from './CompanyFilter';
export type CompanyFacetsRequest = {
  /**
   * Filter; all records if omitted
   */
  filter?: CompanyFilter;
  /**
   * Id of a saved view; its filter applies in addition
   */
  viewId?: string;
  /**
   * Search text; every word must occur in the record
   */
  'q'?: string;
  /**
   * Fields to count by, 1 to 8
   */
  facets: Array<(CompanyFacet | `custom.${string}`)>;
};

