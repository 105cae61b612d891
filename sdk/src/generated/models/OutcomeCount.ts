/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SubmissionOutcome } from './SubmissionOutcome';
export type OutcomeCount = {
  /**
   * Outcome
   */
  outcome: SubmissionOutcome;
  /**
   * Number of submissions with this outcome
   */
  count: number;
};

