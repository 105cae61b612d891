/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealBulkWin = {
  /**
   * Reason for winning the deal
   */
  wonReason?: string | null;
  /**
   * Id of the deal
   */
  id: string;
};

