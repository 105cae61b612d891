/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OwnerRef } from './OwnerRef';
import type { PipelineStageKind } from './PipelineStageKind';
export type StageVisitView = {
  /**
   * Id of the visit
   */
  id: string;
  /**
   * Id of the stage
   */
  stageId: string;
  /**
   * Id of the pipeline
   */
  pipelineId: string;
  /**
   * Kind of stage: open, won or lost
   */
  kind: PipelineStageKind;
  /**
   * Time when the deal entered the stage
   */
  enteredAt: string;
  /**
   * Time when the deal left the stage; null for the current stage
   */
  leftAt: string | null;
  /**
   * Duration in seconds; until now for the current stage
   */
  seconds: number;
  /**
   * User who moved the deal; null for the system, or if the user no longer exists
   */
  by: OwnerRef | null;
};

