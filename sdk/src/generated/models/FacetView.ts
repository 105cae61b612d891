/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FacetValue } from './FacetValue';
export type FacetView = {
  /**
   * The field.
   */
  field: string;
  /**
   * Most first, at most 50.
   */
  values: Array<FacetValue>;
};

