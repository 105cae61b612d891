/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserEmailChanged = {
  /**
   * New e-mail address
   */
  email: string;
  /**
   * Previous e-mail address
   */
  previousEmail: string;
};

