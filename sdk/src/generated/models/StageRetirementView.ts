/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageView } from './PipelineStageView';
export type StageRetirementView = {
  /**
   * Id of the stage that received the deals; null if there were none
   */
  toStageId: string | null;
  /**
   * Number of deals that were moved immediately
   */
  moved: number;
  /**
   * Id of the job that moves the deals if there are more than 1,000; see `GET /jobs/{id}`
   */
  jobId: string | null;
  /**
   * The stage after the change
   */
  stage: PipelineStageView;
};

