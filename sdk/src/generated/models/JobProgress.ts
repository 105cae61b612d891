/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobProgress = {
  /**
   * How much is done.
   */
  done: number;
  /**
   * How much there is; null while that is not known.
   */
  total: number | null;
};

