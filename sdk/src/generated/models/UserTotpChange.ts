/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserTotpChange = {
  /**
   * Whether an administrator made the change for the user
   */
  byAdmin: boolean;
};

