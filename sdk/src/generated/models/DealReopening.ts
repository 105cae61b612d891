/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealReopening = {
  /**
   * Id of the open stage to continue in; default: the last open stage of the deal
   */
  stageId?: string;
};

