/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserRoleRef = {
  /**
   * Id of the role
   */
  id: string;
  /**
   * Name
   */
  name: string;
};

