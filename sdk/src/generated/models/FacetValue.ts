/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type FacetValue = {
  /**
   * Value as text; null for records without a value
   */
  value: string | null;
  /**
   * Number of records with this value
   */
  count: number;
};

