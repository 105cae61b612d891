/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type StageRetirementOrder = {
  /**
   * Id of the stage that receives the deals: an active stage of the same pipeline and kind. Required if the stage holds deals.
   */
  toStageId?: string;
};

