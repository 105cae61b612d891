/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RefreshRequest = {
  /**
   * The refresh token that was given last. It is good for one use.
   */
  refreshToken: string;
};

