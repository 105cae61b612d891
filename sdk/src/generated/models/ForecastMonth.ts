/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ForecastTotal } from './ForecastTotal';
export type ForecastMonth = {
  /**
   * The month, in UTC: of the expected decision of open deals, of the decision of others.
   */
  month: string;
  /**
   * By currency.
   */
  totals: Array<ForecastTotal>;
};

