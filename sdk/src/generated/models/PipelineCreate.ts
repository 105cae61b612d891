/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PipelineStageCreate } from './PipelineStageCreate';
export type PipelineCreate = {
  /**
   * What it is called; every pipeline has a name of its own.
   */
  name: string;
  /**
   * What it is for.
   */
  description?: string | null;
  /**
   * Whether deals go here from now on where nothing else is said; the one that was the default is not any longer.
   */
  isDefault?: boolean;
  /**
   * Its place among the pipelines, from 1; the last one when left out.
   */
  position?: number;
  /**
   * Its stages in order, at least one of each kind; those of the default pipeline when left out.
   */
  stages?: Array<PipelineStageCreate>;
};

