/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ContactDuplicatesQuery = {
  /**
   * E-mail address to compare
   */
  email?: string;
  /**
   * Phone number to compare with phone and mobile numbers, in any notation
   */
  phone?: string;
  /**
   * Second phone number to compare in the same way
   */
  mobile?: string;
  /**
   * Name to compare by similarity
   */
  name?: string;
  /**
   * Id of a contact to exclude from the results
   */
  excludeId?: string;
};

