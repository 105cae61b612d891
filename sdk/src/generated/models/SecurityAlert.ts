/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SecurityEvent } from './SecurityEvent';
import type { Severity } from './Severity';
export type SecurityAlert = {
  /**
   * What happened.
   */
  event: SecurityEvent;
  /**
   * How grave it is.
   */
  severity: Severity;
  /**
   * What happened, in a sentence.
   */
  description: string;
  /**
   * The user whom it concerns.
   */
  userId: string | null;
  /**
   * The e-mail address that the user had then, or that was tried.
   */
  userEmail: string | null;
  /**
   * The address that it came from.
   */
  ipAddress: string | null;
  /**
   * What was done about it by itself.
   */
  actionTaken: string | null;
};

