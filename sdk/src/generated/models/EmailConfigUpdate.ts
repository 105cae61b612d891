/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EmailConfigUpdate = {
  /**
   * Who gets it, 1 to 20 addresses.
   */
  to?: Array<string>;
  /**
   * Where answers go; to the sender when null.
   */
  replyTo?: string | null;
};

