/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SessionStarted = {
  /**
   * Id of the user who signed in
   */
  userId: string;
  /**
   * IP address at sign-in
   */
  ipAddress: string | null;
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

