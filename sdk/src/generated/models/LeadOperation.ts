/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadBulkAssignment } from './LeadBulkAssignment';
import type { LeadBulkMove } from './LeadBulkMove';
import type { LeadBulkRef } from './LeadBulkRef';
import type { LeadBulkUpdate } from './LeadBulkUpdate';
import type { LeadCreate } from './LeadCreate';
export type LeadOperation = {
  /**
   * Makes a lead.
   */
  create?: LeadCreate;
  /**
   * Changes fields of a lead.
   */
  update?: LeadBulkUpdate;
  /**
   * Moves a lead through its lifecycle.
   */
  changeStatus?: LeadBulkMove;
  /**
   * Gives a lead an owner or a team.
   */
  assign?: LeadBulkAssignment;
  /**
   * Deletes a lead.
   */
  remove?: LeadBulkRef;
  /**
   * Restores a deleted lead.
   */
  restore?: LeadBulkRef;
};

