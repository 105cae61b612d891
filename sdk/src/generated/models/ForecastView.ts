/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ForecastMonth } from './ForecastMonth';
import type { ForecastTotal } from './ForecastTotal';
export type ForecastView = {
  /**
   * The pipeline.
   */
  pipelineId: string;
  /**
   * The moment that was asked for; null for now.
   */
  asOf: string | null;
  /**
   * Every month that was asked for, in order.
   */
  months: Array<ForecastMonth>;
  /**
   * Open deals that were expected before the first of these months.
   */
  overdue: Array<ForecastTotal>;
  /**
   * Open deals that nobody expects on any day.
   */
  undated: Array<ForecastTotal>;
};

