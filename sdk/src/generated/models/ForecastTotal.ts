/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ForecastTotal = {
  /**
   * The currency; sums are never taken over two.
   */
  currency: string;
  /**
   * How many deals are open.
   */
  openCount: number;
  /**
   * What they are worth.
   */
  openValue: string;
  /**
   * The same, each times its probability.
   */
  weightedValue: string;
  /**
   * How many were won.
   */
  wonCount: number;
  /**
   * What they were worth: whole.
   */
  wonValue: string;
  /**
   * How many were lost or abandoned.
   */
  lostCount: number;
  /**
   * What they would have been worth; in none of the sums.
   */
  lostValue: string;
  /**
   * What may be expected: won whole, open by probability, lost not at all.
   */
  expectedValue: string;
  /**
   * If all that is open were won: won and open whole, lost not at all.
   */
  bestCase: string;
};

