/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EmailConfigView = {
  /**
   * Recipient addresses
   */
  to: Array<string>;
  /**
   * Reply-to address; null for the sender's address
   */
  replyTo: string | null;
};

