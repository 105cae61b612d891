/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EmailChange = {
  /**
   * The new address. It holds once the link in the mail to it was opened.
   */
  newEmail: string;
};

