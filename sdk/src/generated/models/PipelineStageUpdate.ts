/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageKind } from './PipelineStageKind';
export type PipelineStageUpdate = {
  /**
   * Name, unique in the pipeline
   */
  name?: string;
  /**
   * Description: the condition that a deal in this stage meets
   */
  description?: string | null;
  /**
   * Kind of stage: open, won or lost; default `open`
   */
  kind?: PipelineStageKind;
  /**
   * Probability of winning in percent; must be 100 for a won stage and 0 for a lost stage
   */
  probability?: number;
  /**
   * Colour on the board
   */
  color?: string | null;
  /**
   * Days after which an open deal in this stage is rotting; null for no limit
   */
  rotDays?: number | null;
  /**
   * Position among the stages of the pipeline, from 1; default: the last position
   */
  position?: number;
};

