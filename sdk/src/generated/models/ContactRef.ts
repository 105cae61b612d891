/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ContactRef = {
  /**
   * Id of the contact
   */
  id: string;
  /**
   * Full name of the contact
   */
  name: string;
};

