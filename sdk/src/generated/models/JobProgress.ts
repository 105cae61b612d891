/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobProgress = {
  /**
   * Number of finished items
   */
  done: number;
  /**
   * Total number of items; null if not known yet
   */
  total: number | null;
};

