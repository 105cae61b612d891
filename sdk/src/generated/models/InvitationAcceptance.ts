/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type InvitationAcceptance = {
  /**
   * The token of the link in the mail.
   */
  token: string;
  /**
   * The password to sign in with: 15 to 128 characters, not a common one, without your name, e-mail address or company.
   */
  password: string;
  /**
   * The first name, where it is another than the one in the invitation.
   */
  firstName?: string;
  /**
   * The last name, where it is another than the one in the invitation.
   */
  lastName?: string;
};

