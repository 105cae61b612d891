/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookSecretHint = {
  /**
   * Whether a value is set
   */
  isSet: boolean;
  /**
   * Last four characters
   */
  last4: string;
  /**
   * Time when the value was set
   */
  updatedAt: string;
};

