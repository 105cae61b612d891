/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealBulkLoss = {
  /**
   * Why it was lost.
   */
  lostReason: string;
  /**
   * The deal.
   */
  id: string;
};

