/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type AccessUser = {
  /**
   * The user's id.
   */
  id: string;
  /**
   * The user's name.
   */
  name: string;
  /**
   * The user's e-mail address.
   */
  email: string;
};

