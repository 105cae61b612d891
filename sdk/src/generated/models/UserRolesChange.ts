/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserRolesChange = {
  /**
   * The roles; those that are not named are taken away.
   */
  roleIds: Array<string>;
};

