/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecordUnmergeRequest = {
  /**
   * The merge; left out, the latest one of the record that has not been undone.
   */
  mergeId?: string;
};

