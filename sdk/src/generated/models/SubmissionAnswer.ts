/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SubmissionAnswer = {
  /**
   * Always true: the submission was received
   */
  ok: boolean;
};

