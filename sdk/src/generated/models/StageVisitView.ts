/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OwnerRef } from './OwnerRef';
import type { PipelineStageKind } from './PipelineStageKind';
export type StageVisitView = {
  /**
   * The visit.
   */
  id: string;
  /**
   * The stage.
   */
  stageId: string;
  /**
   * The pipeline of the stage.
   */
  pipelineId: string;
  /**
   * Whether deals there are open, won or lost.
   */
  kind: PipelineStageKind;
  /**
   * When the deal came there.
   */
  enteredAt: string;
  /**
   * When it left; null while it is there.
   */
  leftAt: string | null;
  /**
   * How long it was there; so far, while it is there.
   */
  seconds: number;
  /**
   * Who brought it there; null for the system, and for users who are gone.
   */
  by: OwnerRef | null;
};

