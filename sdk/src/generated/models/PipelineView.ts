/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PipelineView = {
  /**
   * The pipeline.
   */
  id: string;
  /**
   * What it is called; every pipeline has a name of its own.
   */
  name: string;
  /**
   * What it is for.
   */
  description: string | null;
  /**
   * Whether deals go here where nothing else is said. Always exactly one is.
   */
  isDefault: boolean;
  /**
   * Whether deals can be put here; a retired one is kept for what was.
   */
  isActive: boolean;
  /**
   * Its place among the pipelines, retired ones counted in. It moves with the others: neither the version nor the ETag tells of that.
   */
  position: number;
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
};

