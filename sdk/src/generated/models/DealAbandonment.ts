/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealAbandonment = {
  /**
   * Reason for abandoning the deal; stored as `lostReason`
   */
  reason?: string | null;
};

