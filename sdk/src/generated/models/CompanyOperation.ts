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
   * Makes a company.
   */
  create?: CompanyCreate;
  /**
   * Changes fields of a company.
   */
  update?: CompanyBulkUpdate;
  /**
   * Gives a company an owner or a team.
   */
  assign?: CompanyBulkAssignment;
  /**
   * Deletes a company.
   */
  remove?: CompanyBulkRef;
  /**
   * Restores a deleted company.
   */
  restore?: CompanyBulkRef;
};

