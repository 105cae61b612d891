/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealBulkAbandonment = {
  /**
   * Reason for abandoning the deal; stored as `lostReason`
   */
  reason?: string | null;
  /**
   * Id of the deal
   */
  id: string;
};

