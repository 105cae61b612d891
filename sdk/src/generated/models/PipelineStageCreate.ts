/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageKind } from './PipelineStageKind';
export type PipelineStageCreate = {
  /**
   * What it is called; every stage of a pipeline has a name of its own.
   */
  name: string;
  /**
   * What has to be true of a deal that stands here.
   */
  description?: string | null;
  /**
   * Whether deals here are still open, won or lost; `open` when left out.
   */
  kind?: PipelineStageKind;
  /**
   * How likely deals here are won, in percent: 100 where they are won and 0 where they are lost, whatever else is said not accepted.
   */
  probability?: number;
  /**
   * Its colour on the board.
   */
  color?: string | null;
  /**
   * After how many days in this stage a deal is called rotten; null where it never is. Only open deals rot.
   */
  rotDays?: number | null;
};

