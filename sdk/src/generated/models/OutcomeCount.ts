/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SubmissionOutcome } from './SubmissionOutcome';
export type OutcomeCount = {
  /**
   * The outcome.
   */
  outcome: SubmissionOutcome;
  /**
   * How many submissions ended so.
   */
  count: number;
};

