/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ChangeTotal = {
  /**
   * Currency; amounts of different currencies are never added
   */
  currency: string;
  /**
   * Number of deals
   */
  count: number;
  /**
   * Total value now; for `value_up` and `value_down`, the sum of the increases or decreases
   */
  value: string;
};

