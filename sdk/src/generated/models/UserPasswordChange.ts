/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserPasswordChange = {
  /**
   * How many other sessions of the user ended by it.
   */
  revokedSessions: number;
};

