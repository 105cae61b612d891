/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadView } from './LeadView';
export type LeadBulkResult = {
  /**
   * HTTP status that the single operation would have: 200, 201, 204 or an error status
   */
  status: number;
  /**
   * The lead after the operation; null after a deletion or an error
   */
  lead: LeadView | null;
  /**
   * The error (RFC 9457); null if the operation succeeded
   */
  problem: Record<string, any> | null;
};

