/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type AccessGrant = {
  /**
   * Name of the permission
   */
  permission: string;
  /**
   * Roles of the user that grant the permission
   */
  roles: Array<string>;
  /**
   * Whether the credential has the permission; an API key has only the permissions its scopes include
   */
  effective: boolean;
};

