/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EmailConfig = {
  /**
   * Recipient addresses, 1 to 20
   */
  to: Array<string>;
  /**
   * Reply-to address; null for the sender's address
   */
  replyTo?: string | null;
};

