/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LinkView = {
  /**
   * E-mail address of the account, or the address to confirm
   */
  email: string;
};

