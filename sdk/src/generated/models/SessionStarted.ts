/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SessionStarted = {
  /**
   * The id of the user who signed in.
   */
  userId: string;
  /**
   * The address that it began from.
   */
  ipAddress: string | null;
  /**
   * What it runs on: desktop, mobile, tablet, program or unknown.
   */
  deviceType: string;
  /**
   * The browser, as it names itself.
   */
  browser: string;
  /**
   * The operating system, as the browser names it.
   */
  os: string;
};

