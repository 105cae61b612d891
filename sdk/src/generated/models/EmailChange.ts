/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EmailChange = {
  /**
   * New e-mail address; valid after the link in the confirmation e-mail was opened
   */
  newEmail: string;
};

