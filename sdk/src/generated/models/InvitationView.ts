/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type InvitationView = {
  /**
   * Invited e-mail address, which is used to sign in
   */
  email: string;
  /**
   * Name of the user who sent the invitation
   */
  invitedBy: string | null;
  /**
   * Name in the invitation; empty if none was given
   */
  name: string;
};

