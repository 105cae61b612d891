/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealTotal = {
  /**
   * Currency; amounts of different currencies are never added
   */
  currency: string;
  /**
   * Number of deals
   */
  count: number;
  /**
   * Total value
   */
  value: string;
  /**
   * Total value, weighted by probability: 100 % for won deals, 0 for lost deals
   */
  weightedValue: string;
};

