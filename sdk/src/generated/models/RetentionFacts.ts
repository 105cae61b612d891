/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RetentionFacts = {
  /**
   * Id of the run
   */
  id: string;
  /**
   * Record type
   */
  kind: string;
  /**
   * Number of deleted records
   */
  removed: number;
  /**
   * Number of records that a legal hold protects
   */
  held: number;
};

