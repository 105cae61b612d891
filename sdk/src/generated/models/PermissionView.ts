/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PermissionView = {
  /**
   * Permission name, as used in roles and API key scopes
   */
  name: string;
  /**
   * Resource of the permission
   */
  resource: string;
  /**
   * Action of the permission
   */
  action: string;
  /**
   * Description of the permission
   */
  description: string;
};

