/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type StageRetirementOrder = {
  /**
   * Where the deals of this stage go: an active stage of the same pipeline and of the same kind. Needed where there are any.
   */
  toStageId?: string;
};

