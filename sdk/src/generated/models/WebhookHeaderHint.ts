/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookHeaderHint = {
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
  /**
   * Header name in lower case
   */
  name: string;
};

