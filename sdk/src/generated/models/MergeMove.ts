/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MergeMove = {
  /**
   * Record type of the moved records
   */
  resource: string;
  /**
   * Field that refers to the primary record after the merge
   */
  field: string;
  /**
   * Number of records that move, including deleted records and records that the caller cannot see
   */
  count: number;
};

