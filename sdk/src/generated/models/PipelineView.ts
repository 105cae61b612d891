/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PipelineView = {
  /**
   * Id of the pipeline
   */
  id: string;
  /**
   * Name, unique among pipelines
   */
  name: string;
  /**
   * Description
   */
  description: string | null;
  /**
   * Whether this is the default pipeline for new deals; exactly one pipeline is the default
   */
  isDefault: boolean;
  /**
   * Whether the pipeline accepts deals; a retired pipeline is kept for the history
   */
  isActive: boolean;
  /**
   * Position among all pipelines, including retired pipelines. The position can change without a new version or ETag when other pipelines move.
   */
  position: number;
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

