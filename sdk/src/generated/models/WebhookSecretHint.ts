/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookSecretHint = {
  /**
   * Whether there is one.
   */
  isSet: boolean;
  /**
   * Its last four characters.
   */
  last4: string;
  /**
   * When it was set.
   */
  updatedAt: string;
};

