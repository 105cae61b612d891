/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealStatus } from './DealStatus';
export type DealMoment = {
  /**
   * Id of the pipeline at that time
   */
  pipelineId: string;
  /**
   * Id of the stage at that time
   */
  stageId: string;
  /**
   * Status at that time
   */
  status: DealStatus;
  /**
   * Value at that time
   */
  value: string | null;
  /**
   * Currency of `value`
   */
  currency: string;
  /**
   * Probability of winning at that time, in percent
   */
  probability: number;
  /**
   * Expected close date at that time
   */
  expectedCloseDate: string | null;
};

