/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealStep = {
  /**
   * Id of the previous stage
   */
  fromStageId: string;
  /**
   * Id of the current stage; the same as the previous stage if the deal did not move
   */
  toStageId: string;
  /**
   * Seconds in the previous stage; 0 if the deal did not move
   */
  seconds: number;
};

