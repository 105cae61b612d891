/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyUpdate } from './CompanyUpdate';
export type CompanyBulkUpdate = {
  /**
   * Id of the company
   */
  id: string;
  /**
   * Expected version of the record; the operation fails if the record has a newer version
   */
  version?: number;
  /**
   * Fields to change
   */
  changes: CompanyUpdate;
};

