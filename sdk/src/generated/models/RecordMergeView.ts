/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeMove } from './MergeMove';
import type { OwnerRef } from './OwnerRef';
export type RecordMergeView = {
  /**
   * Id of the merge
   */
  id: string;
  /**
   * Id of the primary record
   */
  primaryId: string;
  /**
   * Ids of the records that were merged into the primary record
   */
  mergedIds: Array<string>;
  /**
   * Fields of the primary record that changed
   */
  changedFields: Array<string>;
  /**
   * Records that moved, by type
   */
  moves: Array<MergeMove>;
  /**
   * User who merged the records; null if the user no longer exists
   */
  mergedBy: OwnerRef | null;
  /**
   * Time of the merge
   */
  mergedAt: string;
  /**
   * User who undid the merge
   */
  unmergedBy: OwnerRef | null;
  /**
   * Time when the merge was undone; null if it was not undone
   */
  unmergedAt: string | null;
  /**
   * Time since which the merge cannot be undone, because one of the records was permanently deleted; null if it can be undone
   */
  forgottenAt: string | null;
};

