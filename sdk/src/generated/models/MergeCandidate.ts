/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MergeCandidate = {
  /**
   * The record.
   */
  id: string;
  /**
   * What it has.
   */
  value: (string | null | number | boolean | Record<string, any>);
};

