/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealBulkAbandonment } from './DealBulkAbandonment';
import type { DealBulkAssignment } from './DealBulkAssignment';
import type { DealBulkLoss } from './DealBulkLoss';
import type { DealBulkMove } from './DealBulkMove';
import type { DealBulkRef } from './DealBulkRef';
import type { DealBulkReopening } from './DealBulkReopening';
import type { DealBulkUpdate } from './DealBulkUpdate';
import type { DealBulkWin } from './DealBulkWin';
import type { DealCreate } from './DealCreate';
export type DealOperation = {
  /**
   * Data of a deal to create
   */
  create?: DealCreate;
  /**
   * Changes of an existing deal
   */
  update?: DealBulkUpdate;
  /**
   * Open stage to move a deal to
   */
  move?: DealBulkMove;
  /**
   * Deal to mark as won
   */
  win?: DealBulkWin;
  /**
   * Deal to mark as lost
   */
  lose?: DealBulkLoss;
  /**
   * Deal to abandon
   */
  abandon?: DealBulkAbandonment;
  /**
   * Closed deal to reopen
   */
  reopen?: DealBulkReopening;
  /**
   * New owner or team of a deal
   */
  assign?: DealBulkAssignment;
  /**
   * Deal to delete
   */
  remove?: DealBulkRef;
  /**
   * Deleted deal to restore
   */
  restore?: DealBulkRef;
};

