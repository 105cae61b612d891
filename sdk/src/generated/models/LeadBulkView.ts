/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadBulkResult } from './LeadBulkResult';
export type LeadBulkView = {
  /**
   * One result per operation, in the same order
   */
  results: Array<LeadBulkResult>;
};

