/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserPasswordChange = {
  /**
   * Number of other sessions of the user that were ended
   */
  revokedSessions: number;
};

