/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyBulkAssignment } from './CompanyBulkAssignment';
import type { CompanyBulkRef } from './CompanyBulkRef';
import type { CompanyBulkUpdate } from './CompanyBulkUpdate';
import type { CompanyCreate } from './CompanyCreate';
export type CompanyOperation = {
  /**
   * Data of a company to create
   */
  create?: CompanyCreate;
  /**
   * Changes of an existing company
   */
  update?: CompanyBulkUpdate;
  /**
   * New owner or team of a company
   */
  assign?: CompanyBulkAssignment;
  /**
   * Company to delete
   */
  remove?: CompanyBulkRef;
  /**
   * Deleted company to restore
   */
  restore?: CompanyBulkRef;
};

