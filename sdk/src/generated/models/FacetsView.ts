/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FacetView } from './FacetView';
export type FacetsView = {
  /**
   * One facet per field, in the requested order
   */
  facets: Array<FacetView>;
};

