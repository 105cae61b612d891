/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ErasureSubject = {
  /**
   * E-mail address
   */
  email?: string;
  /**
   * Complete phone number; blanks, signs and leading zeros are ignored
   */
  phone?: string;
};

