/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyView } from './CompanyView';
export type CompanyBulkResult = {
  /**
   * HTTP status that the single operation would have: 200, 201, 204 or an error status
   */
  status: number;
  /**
   * The company after the operation; null after a deletion or an error
   */
  company: CompanyView | null;
  /**
   * The error (RFC 9457); null if the operation succeeded
   */
  problem: Record<string, any> | null;
};

