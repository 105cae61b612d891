/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type InvitationView = {
  /**
   * The address that was invited, and that signs in.
   */
  email: string;
  /**
   * The name in the invitation; empty where none was given.
   */
  name: string;
};

