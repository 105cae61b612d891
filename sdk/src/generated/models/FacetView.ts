/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FacetValue } from './FacetValue';
import type { TotalKind } from './TotalKind';
export type FacetView = {
  /**
   * The field.
   */
  field: string;
  /**
   * What its counts are: exact; estimated from a sample, where there are many records; or lower bounds.
   */
  kind: TotalKind;
  /**
   * Most first, at most 50.
   */
  values: Array<FacetValue>;
};

