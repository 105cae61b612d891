/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SessionView = {
  /**
   * Its id.
   */
  id: string;
  /**
   * The address that it began from.
   */
  ipAddress: string | null;
  /**
   * When it was last used, to five minutes.
   */
  lastActivityAt: string;
  /**
   * When it began.
   */
  createdAt: string;
  /**
   * When it ends in any case.
   */
  expiresAt: string;
  /**
   * Whether it is the one that asks.
   */
  isCurrent: boolean;
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

