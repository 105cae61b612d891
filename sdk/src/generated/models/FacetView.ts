/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FacetValue } from './FacetValue';
import type { TotalKind } from './TotalKind';
export type FacetView = {
  /**
   * Name of the field
   */
  field: string;
  /**
   * Precision of the counts: exact, estimated from a sample of many records, or lower bounds
   */
  kind: TotalKind;
  /**
   * Values with their counts, at most 50, the most frequent first
   */
  values: Array<FacetValue>;
};

