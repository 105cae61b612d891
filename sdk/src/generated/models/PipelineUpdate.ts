/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PipelineUpdate = {
  /**
   * Name, unique among pipelines
   */
  name?: string;
  /**
   * Description
   */
  description?: string | null;
  /**
   * True makes this the default pipeline, instead of the current one. The default can only be changed by making another pipeline the default.
   */
  isDefault?: boolean;
  /**
   * False retires the pipeline: existing deals stay, new deals are rejected. The default pipeline cannot be retired.
   */
  isActive?: boolean;
  /**
   * Position among the pipelines, from 1
   */
  position?: number;
};

