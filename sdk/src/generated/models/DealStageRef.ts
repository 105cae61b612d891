/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageKind } from './PipelineStageKind';
export type DealStageRef = {
  /**
   * The stage.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * Whether deals there are open, won or lost.
   */
  kind: PipelineStageKind;
};

