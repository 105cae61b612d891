/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { HeldSubmission } from './HeldSubmission';
export type HeldSubmissionNotice = {
  /**
   * The submission and its form
   */
  object: HeldSubmission;
};

