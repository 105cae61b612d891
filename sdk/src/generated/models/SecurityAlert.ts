/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SecurityEvent } from './SecurityEvent';
import type { Severity } from './Severity';
export type SecurityAlert = {
  /**
   * Security event type
   */
  event: SecurityEvent;
  /**
   * Severity
   */
  severity: Severity;
  /**
   * Description of the event
   */
  description: string;
  /**
   * Id of the affected user
   */
  userId: string | null;
  /**
   * E-mail address of the user at that time, or the address that was entered
   */
  userEmail: string | null;
  /**
   * IP address of the request
   */
  ipAddress: string | null;
  /**
   * Automatic reaction of the system
   */
  actionTaken: string | null;
};

