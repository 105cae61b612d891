/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TotpSetupView = {
  /**
   * The secret, for authenticators that are typed into.
   */
  secret: string;
  /**
   * The same as an address, to be shown as a QR code.
   */
  uri: string;
};

