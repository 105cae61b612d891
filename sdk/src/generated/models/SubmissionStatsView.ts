/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OutcomeCount } from './OutcomeCount';
export type SubmissionStatsView = {
  /**
   * Number of submissions
   */
  total: number;
  /**
   * Number of submissions by outcome; all outcomes are listed
   */
  byOutcome: Array<OutcomeCount>;
  /**
   * Time of the last accepted submission
   */
  lastAcceptedAt: string | null;
};

