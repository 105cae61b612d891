/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityLeadRef = {
  /**
   * The lead's id.
   */
  id: string;
  /**
   * The lead's name.
   */
  name: string;
};

