/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserRolesChange = {
  /**
   * Ids of all roles of the user; other roles are removed
   */
  roleIds: Array<string>;
};

