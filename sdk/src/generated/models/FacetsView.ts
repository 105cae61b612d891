/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FacetView } from './FacetView';
export type FacetsView = {
  /**
   * One entry a field, in the order asked for.
   */
  facets: Array<FacetView>;
};

