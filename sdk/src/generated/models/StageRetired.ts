/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type StageRetired = {
  /**
   * The stage that they went to; null where there were none.
   */
  toStageId: string | null;
  /**
   * How many were moved at once.
   */
  moved: number;
  /**
   * The job that moves them where there are more than 1,000; `GET /jobs/{id}` tells how far it is.
   */
  jobId: string | null;
};

