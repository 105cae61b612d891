/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealStatus } from './DealStatus';
export type DealMoment = {
  /**
   * The pipeline that it was on.
   */
  pipelineId: string;
  /**
   * The stage that it was in.
   */
  stageId: string;
  /**
   * Whether it was decided, and how.
   */
  status: DealStatus;
  /**
   * What it was worth.
   */
  value: string | null;
  /**
   * Currency of `value`.
   */
  currency: string;
  /**
   * How likely it was won, in per cent.
   */
  probability: number;
  /**
   * The day by which it was to be decided.
   */
  expectedCloseDate: string | null;
};

