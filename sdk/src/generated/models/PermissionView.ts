/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PermissionView = {
  /**
   * Its name, as roles and scopes of API keys hold it.
   */
  name: string;
  /**
   * What it is about.
   */
  resource: string;
  /**
   * What may be done.
   */
  action: string;
  /**
   * The same in words.
   */
  description: string;
};

