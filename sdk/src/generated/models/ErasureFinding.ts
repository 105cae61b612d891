/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ErasureFinding = {
  /**
   * The kind of records.
   */
  resource: string;
  /**
   * How many would be removed.
   */
  found: number;
  /**
   * How many would have to stay because of a legal hold.
   */
  held: number;
};

