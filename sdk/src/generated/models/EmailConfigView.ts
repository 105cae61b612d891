/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EmailConfigView = {
  /**
   * Who gets it.
   */
  to: Array<string>;
  /**
   * Where answers go; to the sender when null.
   */
  replyTo: string | null;
};

