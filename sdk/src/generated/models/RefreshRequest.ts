/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RefreshRequest = {
  /**
   * The latest refresh token; each token can be used once
   */
  refreshToken: string;
};

