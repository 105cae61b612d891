/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageKind } from './PipelineStageKind';
export type DealStageRef = {
  /**
   * Id of the stage
   */
  id: string;
  /**
   * Name
   */
  name: string;
  /**
   * Kind of stage: open, won or lost
   */
  kind: PipelineStageKind;
};

