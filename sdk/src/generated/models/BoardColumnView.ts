/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealTotal } from './DealTotal';
import type { DealView } from './DealView';
import type { PageTotal } from './PageTotal';
import type { PipelineStageView } from './PipelineStageView';
export type BoardColumnView = {
  /**
   * The stage
   */
  stage: PipelineStageView;
  /**
   * Number of deals in the stage; with a filter, counted up to 10,000
   */
  count: PageTotal;
  /**
   * Totals of the deals, by currency
   */
  totals: Array<DealTotal>;
  /**
   * First deals of the stage; the latest arrivals come first
   */
  cards: Array<DealView>;
  /**
   * Cursor for `GET /pipelines/{id}/cards`; null if all deals are listed here
   */
  nextCursor: string | null;
};

