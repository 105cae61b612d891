/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SecurityEvent } from './SecurityEvent';
import type { Severity } from './Severity';
export type SecurityLogView = {
  /**
   * Id of the entry
   */
  id: string;
  /**
   * Security event type
   */
  event: SecurityEvent;
  /**
   * Severity; critical events cause a notification
   */
  severity: Severity;
  /**
   * Id of the affected user
   */
  userId: string | null;
  /**
   * E-mail address of the user at that time, or the address that was entered
   */
  userEmail: string | null;
  /**
   * Description of the event
   */
  description: string;
  /**
   * Additional details
   */
  details: Record<string, any>;
  /**
   * IP address of the request
   */
  ipAddress: string | null;
  /**
   * User agent of the request
   */
  userAgent: string | null;
  /**
   * Automatic reaction of the system
   */
  actionTaken: string | null;
  /**
   * Id of the request
   */
  requestId: string | null;
  /**
   * Time of the event
   */
  createdAt: string;
};

