/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SubmissionOutcome } from './SubmissionOutcome';
export type SubmissionView = {
  /**
   * UUIDv7: ids sort by the time of coming in.
   */
  id: string;
  /**
   * The form it came through.
   */
  formId: string;
  /**
   * What became of it.
   */
  outcome: SubmissionOutcome;
  /**
   * Why it was not accepted; null where it was.
   */
  reason: string | null;
  /**
   * Everything that was sent, as text, also what the form did not ask for.
   */
  payload: Record<string, any>;
  /**
   * The lead that was made from it.
   */
  leadId: string | null;
  /**
   * The sender's address.
   */
  ipAddress: string | null;
  /**
   * The sender's browser, in its own words.
   */
  userAgent: string | null;
  /**
   * When it came in.
   */
  receivedAt: string;
};

