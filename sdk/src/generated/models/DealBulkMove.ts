/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealBulkMove = {
  /**
   * Id of the new open stage, which may belong to another pipeline
   */
  stageId: string;
  /**
   * Id of the deal
   */
  id: string;
};

