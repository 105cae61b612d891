/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PasswordChange = {
  /**
   * The password that holds until now.
   */
  currentPassword: string;
  /**
   * The new password: 15 to 128 characters (8 are enough beside a second factor), not a common one, without your name, e-mail address or company.
   */
  newPassword: string;
};

