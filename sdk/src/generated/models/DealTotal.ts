/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealTotal = {
  /**
   * The currency; sums are never taken over two.
   */
  currency: string;
  /**
   * How many deals.
   */
  count: number;
  /**
   * What they are worth.
   */
  value: string;
  /**
   * The same, each times its probability: won counts whole, lost not at all.
   */
  weightedValue: string;
};

