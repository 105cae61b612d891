/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TotpRemoval = {
  /**
   * Six-digit code of the authenticator app
   */
  code?: string;
  /**
   * Recovery code, instead of an authenticator code
   */
  recoveryCode?: string;
  /**
   * New password with at least 15 characters. Required if the current password is shorter, because it is too short without a second factor.
   */
  newPassword?: string;
};

