/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SubmissionOutcome } from './SubmissionOutcome';
export type SubmissionView = {
  /**
   * Id (UUIDv7, sortable by the time of receipt)
   */
  id: string;
  /**
   * Id of the lead form
   */
  formId: string;
  /**
   * Outcome of the submission
   */
  outcome: SubmissionOutcome;
  /**
   * Reason why the submission was not accepted; null if it was accepted
   */
  reason: string | null;
  /**
   * All submitted values as text, including values that the form does not ask for
   */
  payload: Record<string, any>;
  /**
   * Id of the lead that was created from the submission
   */
  leadId: string | null;
  /**
   * IP address of the sender
   */
  ipAddress: string | null;
  /**
   * User agent of the sender
   */
  userAgent: string | null;
  /**
   * Time of receipt
   */
  receivedAt: string;
};

