/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeMove } from './MergeMove';
export type MergeFacts = {
  /**
   * Id of the merge, as in the list of merges
   */
  mergeId: string;
  /**
   * Ids of the records that were merged, or separated again
   */
  mergedIds: Array<string>;
  /**
   * Number of records that moved, by type; there are no separate events for them
   */
  moves: Array<MergeMove>;
};

