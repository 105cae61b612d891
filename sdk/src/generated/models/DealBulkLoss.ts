/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealBulkLoss = {
  /**
   * Reason for losing the deal
   */
  lostReason: string;
  /**
   * Id of the deal
   */
  id: string;
};

