/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeMove } from './MergeMove';
import type { OwnerRef } from './OwnerRef';
export type RecordMergeView = {
  /**
   * The id of the merge.
   */
  id: string;
  /**
   * The record that stayed.
   */
  survivorId: string;
  /**
   * The records that were merged into it.
   */
  mergedIds: Array<string>;
  /**
   * The fields of the survivor that changed.
   */
  changedFields: Array<string>;
  /**
   * What moved.
   */
  moves: Array<MergeMove>;
  /**
   * Who merged them; null for somebody who is gone.
   */
  mergedBy: OwnerRef | null;
  /**
   * When they were merged.
   */
  mergedAt: string;
  /**
   * Who undid it.
   */
  unmergedBy: OwnerRef | null;
  /**
   * When it was undone; null while it stands.
   */
  unmergedAt: string | null;
  /**
   * Since when its values are forgotten and it cannot be undone, because one of the records was removed for good; null where all are there.
   */
  forgottenAt: string | null;
};

