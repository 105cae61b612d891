/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageKind } from './PipelineStageKind';
export type PipelineStageView = {
  /**
   * Name, unique in the pipeline
   */
  name: string;
  /**
   * Id of the stage
   */
  id: string;
  /**
   * Id of the pipeline
   */
  pipelineId: string;
  /**
   * Description: the condition that a deal in this stage meets
   */
  description: string | null;
  /**
   * Position among all stages of the pipeline, including retired stages. The position can change without a new version or ETag when other stages move.
   */
  position: number;
  /**
   * Kind of stage: open, won or lost
   */
  kind: PipelineStageKind;
  /**
   * Probability of winning in percent
   */
  probability: number;
  /**
   * Colour on the board
   */
  color: string | null;
  /**
   * Days after which a deal in this stage is rotting; null for no limit
   */
  rotDays: number | null;
  /**
   * Whether the stage accepts deals; a retired stage is kept for the history
   */
  isActive: boolean;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Version number, also in the ETag
   */
  version: number;
};

