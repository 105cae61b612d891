/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ForecastMonth } from './ForecastMonth';
import type { ForecastTotal } from './ForecastTotal';
export type ForecastView = {
  /**
   * Id of the pipeline
   */
  pipelineId: string;
  /**
   * The requested time; null for now
   */
  asOf: string | null;
  /**
   * All requested months, in order
   */
  months: Array<ForecastMonth>;
  /**
   * Open deals with an expected close date before the first month
   */
  overdue: Array<ForecastTotal>;
  /**
   * Open deals without an expected close date
   */
  undated: Array<ForecastTotal>;
};

