/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserRef = {
  /**
   * Id of the user
   */
  id: string;
  /**
   * Name, or the e-mail address if the user has no name
   */
  name: string;
  /**
   * E-mail address
   */
  email: string;
};

