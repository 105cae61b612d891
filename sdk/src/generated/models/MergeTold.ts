/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeMove } from './MergeMove';
export type MergeTold = {
  /**
   * The merge, as `GET …/merges` lists it.
   */
  mergeId: string;
  /**
   * The records that were merged into this one, or that are their own again.
   */
  mergedIds: Array<string>;
  /**
   * What moved with them. Records that moved have no event of their own.
   */
  moves: Array<MergeMove>;
};

