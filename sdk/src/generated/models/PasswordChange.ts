/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PasswordChange = {
  /**
   * Current password
   */
  currentPassword: string;
  /**
   * New password: 15 to 128 characters (8 with a second factor), not a common password, without your name, e-mail address or company
   */
  newPassword: string;
  /**
   * Six-digit authenticator code; needed if the account has a second factor that was not checked in the last ten minutes
   */
  code?: string;
  /**
   * Recovery code, instead of an authenticator code; each code works once
   */
  recoveryCode?: string;
};

