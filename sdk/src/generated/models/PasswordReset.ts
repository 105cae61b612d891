/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PasswordReset = {
  /**
   * The token of the link in the mail.
   */
  token: string;
  /**
   * The new password: 15 to 128 characters (8 are enough beside a second factor), not a common one, without your name, e-mail address or company.
   */
  newPassword: string;
};

