/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PasswordForgottenView = {
  /**
   * What happens now.
   */
  message: string;
};

