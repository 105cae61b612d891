/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealPriority } from './DealPriority';
export type ConversionDeal = {
  /**
   * Title of the deal
   */
  title?: string;
  /**
   * Description
   */
  description?: string | null;
  /**
   * Value, decimal with at most two decimal places
   */
  value?: string | null;
  /**
   * Currency of `value`, ISO 4217; default: the setting `default_currency`
   */
  currency?: string;
  /**
   * Id of the pipeline; default: the pipeline of `stageId`, or the default pipeline
   */
  pipelineId?: string;
  /**
   * Id of the first stage, which must be open; default: the first open stage of the pipeline
   */
  stageId?: string;
  /**
   * Probability of winning in percent, instead of the stage's probability, until the next move; null for the stage's probability
   */
  probability?: number | null;
  /**
   * Priority; default `medium`
   */
  priority?: DealPriority;
  /**
   * Source of the deal
   */
  source?: string | null;
  /**
   * Expected close date
   */
  expectedCloseDate?: string | null;
  /**
   * Tags, at most 50
   */
  tags?: Array<string>;
  /**
   * Ids of the deal in other systems, by system name; each is unique among deals that are not deleted
   */
  externalIds?: Record<string, string>;
  /**
   * Custom field values, by field key
   */
  customFields?: Record<string, any>;
};

