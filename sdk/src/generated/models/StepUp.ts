/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type StepUp = {
  /**
   * Current password
   */
  password: string;
  /**
   * Six-digit authenticator code, if the account has a second factor
   */
  code?: string;
  /**
   * Recovery code, instead of an authenticator code; each code works once
   */
  recoveryCode?: string;
};

