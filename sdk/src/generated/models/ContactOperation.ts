/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactBulkAssignment } from './ContactBulkAssignment';
import type { ContactBulkRef } from './ContactBulkRef';
import type { ContactBulkUpdate } from './ContactBulkUpdate';
import type { ContactCreate } from './ContactCreate';
export type ContactOperation = {
  /**
   * Makes a contact.
   */
  create?: ContactCreate;
  /**
   * Changes fields of a contact.
   */
  update?: ContactBulkUpdate;
  /**
   * Gives a contact an owner or a team.
   */
  assign?: ContactBulkAssignment;
  /**
   * Deletes a contact.
   */
  remove?: ContactBulkRef;
  /**
   * Restores a deleted contact.
   */
  restore?: ContactBulkRef;
};

