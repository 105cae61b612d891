/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PipelineUpdate = {
  /**
   * What it is called; every pipeline has a name of its own.
   */
  name?: string;
  /**
   * What it is for.
   */
  description?: string | null;
  /**
   * True makes it the default in the place of the one that was; the default ceases to be it only in this way.
   */
  isDefault?: boolean;
  /**
   * False retires it: its deals stay, and no deal can be put here any more. The default cannot be retired.
   */
  isActive?: boolean;
  /**
   * Its place among the pipelines, from 1.
   */
  position?: number;
};

