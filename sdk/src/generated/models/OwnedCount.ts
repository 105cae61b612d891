/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OwnedCount = {
  /**
   * Record type, as in its path
   */
  resource: string;
  /**
   * Number of records
   */
  count: number;
};

