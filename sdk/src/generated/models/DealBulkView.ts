/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealBulkResult } from './DealBulkResult';
export type DealBulkView = {
  /**
   * One result per operation, in the same order
   */
  results: Array<DealBulkResult>;
};

