/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealView } from './DealView';
export type DealBulkResult = {
  /**
   * What the operation alone would have answered: 200, 201, 204 or an error's status.
   */
  status: number;
  /**
   * The deal after it; null after a deletion or a refusal.
   */
  deal: DealView | null;
  /**
   * Why it was refused (RFC 9457); null where it was done.
   */
  problem: Record<string, any> | null;
};

