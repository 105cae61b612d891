/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadDuplicatesQuery = {
  /**
   * E-mail address to compare
   */
  email?: string;
  /**
   * Phone number to compare, in any notation
   */
  phone?: string;
  /**
   * Name to compare by similarity
   */
  name?: string;
  /**
   * Id of a lead to exclude from the results
   */
  excludeId?: string;
};

