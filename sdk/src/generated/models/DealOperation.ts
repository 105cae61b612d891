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
   * Makes a deal.
   */
  create?: DealCreate;
  /**
   * Changes fields of a deal.
   */
  update?: DealBulkUpdate;
  /**
   * Moves a deal to another open stage.
   */
  move?: DealBulkMove;
  /**
   * Wins a deal.
   */
  win?: DealBulkWin;
  /**
   * Loses a deal.
   */
  lose?: DealBulkLoss;
  /**
   * Gives a deal up.
   */
  abandon?: DealBulkAbandonment;
  /**
   * Opens a deal again.
   */
  reopen?: DealBulkReopening;
  /**
   * Gives a deal an owner or a team.
   */
  assign?: DealBulkAssignment;
  /**
   * Deletes a deal.
   */
  remove?: DealBulkRef;
  /**
   * Restores a deleted deal.
   */
  restore?: DealBulkRef;
};

