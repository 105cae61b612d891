/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactUpdate } from './ContactUpdate';
export type ContactBulkUpdate = {
  /**
   * Id of the contact
   */
  id: string;
  /**
   * Expected version of the record; the operation fails if the record has a newer version
   */
  version?: number;
  /**
   * Fields to change
   */
  changes: ContactUpdate;
};

