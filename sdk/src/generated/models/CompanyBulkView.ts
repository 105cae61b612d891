/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyBulkResult } from './CompanyBulkResult';
export type CompanyBulkView = {
  /**
   * One result per operation, in the same order
   */
  results: Array<CompanyBulkResult>;
};

