/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type InvitationAcceptance = {
  /**
   * Token from the link in the e-mail
   */
  token: string;
  /**
   * Password: 15 to 128 characters, not a common password, without your name, e-mail address or company
   */
  password: string;
  /**
   * First name; default: the name in the invitation
   */
  firstName?: string;
  /**
   * Last name; default: the name in the invitation
   */
  lastName?: string;
};

