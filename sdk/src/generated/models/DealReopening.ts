/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealReopening = {
  /**
   * The open stage in which it goes on; the last one in which it was open when left out.
   */
  stageId?: string;
};

