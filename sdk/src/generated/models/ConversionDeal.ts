/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealPriority } from './DealPriority';
export type ConversionDeal = {
  /**
   * What is to be sold, in a few words.
   */
  title?: string;
  /**
   * What there is to say about it.
   */
  description?: string;
  /**
   * What it is worth, as a decimal with at most two places.
   */
  value?: string | null;
  /**
   * Currency of `value`, ISO 4217; the setting `default_currency` when left out.
   */
  currency?: string;
  /**
   * The pipeline that it goes through; the one of `stageId`, or the default one, when left out.
   */
  pipelineId?: string;
  /**
   * The open stage in which it begins; the first one of the pipeline when left out.
   */
  stageId?: string;
  /**
   * How likely it is won, in per cent, in the place of the stage's probability until the next move; null for that of the stage.
   */
  probability?: number | null;
  /**
   * How much it matters; `medium` when left out.
   */
  priority?: DealPriority;
  /**
   * Where the deal came from.
   */
  source?: string | null;
  /**
   * The day by which it may be decided.
   */
  expectedCloseDate?: string | null;
  /**
   * Labels, at most 50.
   */
  tags?: Array<string>;
  /**
   * The ids that other systems have for this deal, by system. Each is unique among living deals.
   */
  externalIds?: Record<string, string>;
  /**
   * Values of custom fields by key.
   */
  customFields?: Record<string, any>;
};

