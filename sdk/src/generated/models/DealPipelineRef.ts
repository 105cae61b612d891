/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealPipelineRef = {
  /**
   * The pipeline.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
};

