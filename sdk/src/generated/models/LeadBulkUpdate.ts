/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadUpdate } from './LeadUpdate';
export type LeadBulkUpdate = {
  /**
   * Id of the lead
   */
  id: string;
  /**
   * Expected version of the record; the operation fails if the record has a newer version
   */
  version?: number;
  /**
   * Fields to change
   */
  changes: LeadUpdate;
};

