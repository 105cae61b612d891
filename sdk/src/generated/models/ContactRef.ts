/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ContactRef = {
  /**
   * The contact's id.
   */
  id: string;
  /**
   * The contact's full name.
   */
  name: string;
};

