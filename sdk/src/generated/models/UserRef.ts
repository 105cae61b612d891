/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserRef = {
  /**
   * The user.
   */
  id: string;
  /**
   * Their name, or their e-mail address where they have given none.
   */
  name: string;
  /**
   * Their e-mail address.
   */
  email: string;
};

