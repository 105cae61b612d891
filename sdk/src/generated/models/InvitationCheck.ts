/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type InvitationCheck = {
  /**
   * The token of the link in the mail.
   */
  token: string;
};

