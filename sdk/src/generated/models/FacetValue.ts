/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type FacetValue = {
  /**
   * The value as text; null for records without one.
   */
  value: string | null;
  /**
   * How many records have it.
   */
  count: number;
};

