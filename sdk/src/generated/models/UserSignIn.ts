/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserSignIn = {
  /**
   * Id of the new session
   */
  sessionId: string;
  /**
   * IP address at sign-in
   */
  ipAddress: string | null;
};

