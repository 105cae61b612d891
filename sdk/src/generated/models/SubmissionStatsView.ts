/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OutcomeCount } from './OutcomeCount';
export type SubmissionStatsView = {
  /**
   * How many submissions there were.
   */
  total: number;
  /**
   * By outcome; every outcome is listed.
   */
  byOutcome: Array<OutcomeCount>;
  /**
   * When the last one was accepted.
   */
  lastAcceptedAt: string | null;
};

