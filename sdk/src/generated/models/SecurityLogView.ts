/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SecurityEvent } from './SecurityEvent';
import type { Severity } from './Severity';
export type SecurityLogView = {
  /**
   * Its id.
   */
  id: string;
  /**
   * What happened.
   */
  event: SecurityEvent;
  /**
   * How grave it is; of what is critical somebody is told.
   */
  severity: Severity;
  /**
   * The user whom it concerns.
   */
  userId: string | null;
  /**
   * The e-mail address that the user had then, or that was tried.
   */
  userEmail: string | null;
  /**
   * What happened, in a sentence.
   */
  description: string;
  /**
   * What else is known.
   */
  details: Record<string, any>;
  /**
   * The address that it came from.
   */
  ipAddress: string | null;
  /**
   * The program that it came from.
   */
  userAgent: string | null;
  /**
   * What was done about it by itself.
   */
  actionTaken: string | null;
  /**
   * The id of the request.
   */
  requestId: string | null;
  /**
   * When it happened.
   */
  createdAt: string;
};

