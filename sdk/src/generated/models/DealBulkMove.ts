/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealBulkMove = {
  /**
   * The open stage to which it goes, also of another pipeline.
   */
  stageId: string;
  /**
   * The deal.
   */
  id: string;
};

