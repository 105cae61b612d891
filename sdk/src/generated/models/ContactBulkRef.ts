/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ContactBulkRef = {
  /**
   * Id of the contact
   */
  id: string;
};

