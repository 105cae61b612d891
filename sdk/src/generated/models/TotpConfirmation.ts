/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TotpConfirmation = {
  /**
   * Six digits that the authenticator shows.
   */
  code: string;
};

