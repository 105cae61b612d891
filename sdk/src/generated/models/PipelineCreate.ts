/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageCreate } from './PipelineStageCreate';
export type PipelineCreate = {
  /**
   * Name, unique among pipelines
   */
  name: string;
  /**
   * Description
   */
  description?: string | null;
  /**
   * Whether this is the default pipeline for new deals; replaces the current default pipeline
   */
  isDefault?: boolean;
  /**
   * Position among the pipelines, from 1; default: the last position
   */
  position?: number;
  /**
   * Stages in order, at least one of each kind; default: the stages of the default pipeline
   */
  stages?: Array<PipelineStageCreate>;
};

