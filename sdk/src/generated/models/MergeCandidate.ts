/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MergeCandidate = {
  /**
   * Id of the record
   */
  id: string;
  /**
   * Value of the record
   */
  value: (string | null | number | boolean | Record<string, any>);
};

