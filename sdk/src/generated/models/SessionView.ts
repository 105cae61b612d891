/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SessionView = {
  /**
   * Id of the session
   */
  id: string;
  /**
   * IP address at sign-in
   */
  ipAddress: string | null;
  /**
   * Time of the last use, precise to five minutes
   */
  lastActivityAt: string;
  /**
   * Start time
   */
  createdAt: string;
  /**
   * Expiry time
   */
  expiresAt: string;
  /**
   * Whether this is the session of the request
   */
  isCurrent: boolean;
  /**
   * Device type: desktop, mobile, tablet, program or unknown
   */
  deviceType: string;
  /**
   * Browser, from the user agent
   */
  browser: string;
  /**
   * Operating system, from the user agent
   */
  os: string;
};

