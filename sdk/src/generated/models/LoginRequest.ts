/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LoginRequest = {
  /**
   * The e-mail address of the account.
   */
  email: string;
  /**
   * The password, exactly as it was set.
   */
  password: string;
  /**
   * Six digits of the authenticator, where the account asks for them.
   */
  code?: string;
  /**
   * A recovery code instead, where the authenticator is gone; good for one use.
   */
  recoveryCode?: string;
};

