/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type HeldSubmission = {
  /**
   * Id of the lead form
   */
  id: string;
  /**
   * Name of the lead form
   */
  name: string;
  /**
   * Id of the submission
   */
  submissionId: string;
  /**
   * Reason why the submission is held
   */
  heldReason: string;
};

