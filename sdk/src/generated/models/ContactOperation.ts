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
   * Data of a contact to create
   */
  create?: ContactCreate;
  /**
   * Changes of an existing contact
   */
  update?: ContactBulkUpdate;
  /**
   * New owner or team of a contact
   */
  assign?: ContactBulkAssignment;
  /**
   * Contact to delete
   */
  remove?: ContactBulkRef;
  /**
   * Deleted contact to restore
   */
  restore?: ContactBulkRef;
};

