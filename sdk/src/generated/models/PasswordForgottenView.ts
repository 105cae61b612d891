/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PasswordForgottenView = {
  /**
   * Message about the next step
   */
  message: string;
};

