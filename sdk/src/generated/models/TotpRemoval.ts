/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TotpRemoval = {
  /**
   * Six digits that the authenticator shows.
   */
  code?: string;
  /**
   * A recovery code instead, where the authenticator is gone.
   */
  recoveryCode?: string;
  /**
   * A password of 15 characters or more, needed where the present one is shorter: without a second factor it is not enough.
   */
  newPassword?: string;
};

