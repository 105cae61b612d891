/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PasswordForgotten = {
  /**
   * E-mail address of the account
   */
  email: string;
};

