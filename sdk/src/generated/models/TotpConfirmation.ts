/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TotpConfirmation = {
  /**
   * Six-digit code of the authenticator app
   */
  code: string;
};

