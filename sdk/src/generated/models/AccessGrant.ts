/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type AccessGrant = {
  /**
   * The permission.
   */
  permission: string;
  /**
   * The roles of the user that give it.
   */
  roles: Array<string>;
  /**
   * Whether it holds for this credential: an API key has only what its scopes cover.
   */
  effective: boolean;
};

