/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ForecastTotal } from './ForecastTotal';
export type ForecastMonth = {
  /**
   * Month in UTC: of the expected close date for open deals, of the close date for other deals
   */
  month: string;
  /**
   * Totals by currency
   */
  totals: Array<ForecastTotal>;
};

