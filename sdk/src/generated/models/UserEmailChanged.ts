/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserEmailChanged = {
  /**
   * The address that holds from now on.
   */
  email: string;
  /**
   * The address that held before.
   */
  previousEmail: string;
};

