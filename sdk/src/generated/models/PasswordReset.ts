/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PasswordReset = {
  /**
   * Token from the link in the e-mail
   */
  token: string;
  /**
   * New password: 15 to 128 characters (8 with a second factor), not a common password, without your name, e-mail address or company
   */
  newPassword: string;
};

