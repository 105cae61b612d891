/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ErasureFinding = {
  /**
   * Record type
   */
  resource: string;
  /**
   * Number of records that would be erased
   */
  found: number;
  /**
   * Number of records that a legal hold protects
   */
  held: number;
};

