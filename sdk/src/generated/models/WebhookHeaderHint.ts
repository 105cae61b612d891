/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookHeaderHint = {
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
  /**
   * Its name, in lower case.
   */
  name: string;
};

