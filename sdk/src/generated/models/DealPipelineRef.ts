/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealPipelineRef = {
  /**
   * Id of the pipeline
   */
  id: string;
  /**
   * Name
   */
  name: string;
};

