/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TotpSetupView = {
  /**
   * Secret to type into the authenticator app
   */
  secret: string;
  /**
   * The secret as a URI, for a QR code
   */
  uri: string;
};

