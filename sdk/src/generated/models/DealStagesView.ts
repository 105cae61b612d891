/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { StageVisitView } from './StageVisitView';
export type DealStagesView = {
  /**
   * Stage visits in order of time; if there are more than 1,000, the latest
   */
  data: Array<StageVisitView>;
};

