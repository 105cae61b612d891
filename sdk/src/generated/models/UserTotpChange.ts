/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserTotpChange = {
  /**
   * Whether somebody else did it, who may change users.
   */
  byAdmin: boolean;
};

