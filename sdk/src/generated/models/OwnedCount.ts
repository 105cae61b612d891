/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OwnedCount = {
  /**
   * The kind of records, as in their path.
   */
  resource: string;
  /**
   * How many there are.
   */
  count: number;
};

