/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ForecastTotal = {
  /**
   * Currency; amounts of different currencies are never added
   */
  currency: string;
  /**
   * Number of open deals
   */
  openCount: number;
  /**
   * Total value
   */
  openValue: string;
  /**
   * Total value of open deals, weighted by probability
   */
  weightedValue: string;
  /**
   * Number of won deals
   */
  wonCount: number;
  /**
   * Total value of won deals
   */
  wonValue: string;
  /**
   * Number of lost deals
   */
  lostCount: number;
  /**
   * Total value of lost deals; not part of any sum
   */
  lostValue: string;
  /**
   * Number of abandoned deals
   */
  abandonedCount: number;
  /**
   * Total value of abandoned deals; not part of any sum
   */
  abandonedValue: string;
  /**
   * Expected value: won deals in full, plus open deals weighted by probability
   */
  expectedValue: string;
  /**
   * Best case: won deals and open deals in full
   */
  bestCase: string;
};

