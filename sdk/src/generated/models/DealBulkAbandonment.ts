/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealBulkAbandonment = {
  /**
   * Why it is given up; kept as `lostReason`.
   */
  reason?: string | null;
  /**
   * The deal.
   */
  id: string;
};

