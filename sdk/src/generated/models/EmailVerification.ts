/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EmailVerification = {
  /**
   * Token from the link in the e-mail
   */
  token: string;
};

