/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecordUnmergeRequest = {
  /**
   * Id of the merge; default: the latest merge of the record that was not undone
   */
  mergeId?: string;
};

