/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealUpdate } from './DealUpdate';
export type DealBulkUpdate = {
  /**
   * Id of the deal
   */
  id: string;
  /**
   * Expected version of the record; the operation fails if the record has a newer version
   */
  version?: number;
  /**
   * Fields to change
   */
  changes: DealUpdate;
};

