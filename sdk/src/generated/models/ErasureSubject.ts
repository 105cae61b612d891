/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ErasureSubject = {
  /**
   * The e-mail address.
   */
  email?: string;
  /**
   * The whole phone number, as it was written here; blanks, signs and zeros before it do not matter.
   */
  phone?: string;
};

