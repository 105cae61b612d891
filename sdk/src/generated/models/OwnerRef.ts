/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OwnerRef = {
  /**
   * Id of the user
   */
  id: string;
  /**
   * Name of the user
   */
  name: string;
  /**
   * E-mail address of the user
   */
  email: string;
};

