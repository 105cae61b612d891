/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserSignIn = {
  /**
   * The id of the session that began.
   */
  sessionId: string;
  /**
   * The address that they signed in from.
   */
  ipAddress: string | null;
};

