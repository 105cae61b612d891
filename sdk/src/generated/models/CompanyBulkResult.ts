/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyView } from './CompanyView';
export type CompanyBulkResult = {
  /**
   * What the operation alone would have answered: 200, 201, 204 or an error's status.
   */
  status: number;
  /**
   * The company after it; null after a deletion or a refusal.
   */
  company: CompanyView | null;
  /**
   * Why it was refused (RFC 9457); null where it was done.
   */
  problem: Record<string, any> | null;
};

