/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactBulkResult } from './ContactBulkResult';
export type ContactBulkView = {
  /**
   * One result per operation, in the same order
   */
  results: Array<ContactBulkResult>;
};

