/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactUpdate } from './ContactUpdate';
export type ContactBulkUpdate = {
  /**
   * The contact.
   */
  id: string;
  /**
   * The version that was last seen; a newer one refuses the operation.
   */
  version?: number;
  /**
   * What changes.
   */
  changes: ContactUpdate;
};

