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
   * Data of a lead to create
   */
  create?: LeadCreate;
  /**
   * Changes of an existing lead
   */
  update?: LeadBulkUpdate;
  /**
   * New status of a lead
   */
  changeStatus?: LeadBulkMove;
  /**
   * New owner or team of a lead
   */
  assign?: LeadBulkAssignment;
  /**
   * Lead to delete
   */
  remove?: LeadBulkRef;
  /**
   * Deleted lead to restore
   */
  restore?: LeadBulkRef;
};

