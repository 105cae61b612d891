/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserInvitationAcceptance = {
  /**
   * E-mail address that the invitation was sent to
   */
  email: string;
};

