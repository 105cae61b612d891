/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageKind } from './PipelineStageKind';
export type PipelineStageUpdatedView = {
  /**
   * What it is called; every stage of a pipeline has a name of its own.
   */
  name: string;
  /**
   * The stage.
   */
  id: string;
  /**
   * The pipeline that it is a step of.
   */
  pipelineId: string;
  /**
   * What has to be true of a deal that stands here.
   */
  description: string | null;
  /**
   * Its place among the stages of the pipeline, retired ones counted in. It moves with the others: neither the version nor the ETag tells of that.
   */
  position: number;
  /**
   * Whether deals here are still open, won or lost.
   */
  kind: PipelineStageKind;
  /**
   * How likely deals here are won, in percent.
   */
  probability: number;
  /**
   * Its colour on the board.
   */
  color: string | null;
  /**
   * After how many days in this stage a deal is called rotten; null where it never is.
   */
  rotDays: number | null;
  /**
   * Whether deals can be put here; a retired stage holds none and is kept for what was.
   */
  isActive: boolean;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * Counts its changes; also the ETag.
   */
  version: number;
  /**
   * The job that gives a new probability to the open deals of the stage where there are more than 1,000; `GET /jobs/{id}` tells how far it is.
   */
  jobId: string | null;
};

