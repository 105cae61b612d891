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
   * The stage.
   */
  stage: PipelineStageView;
  /**
   * How many deals are in it; with a filter counted up to 10,000.
   */
  count: PageTotal;
  /**
   * What they come to, by currency.
   */
  totals: Array<DealTotal>;
  /**
   * The first of them: who came last stands first.
   */
  cards: Array<DealView>;
  /**
   * Where `GET /pipelines/{id}/cards` goes on; null where these are all.
   */
  nextCursor: string | null;
};

