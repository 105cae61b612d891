/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ContactDuplicatesQuery = {
  /**
   * The same e-mail address.
   */
  email?: string;
  /**
   * The same number, however it is written, as phone or mobile number.
   */
  phone?: string;
  /**
   * A second number, looked for in the same way.
   */
  mobile?: string;
  /**
   * A name like this.
   */
  name?: string;
  /**
   * A contact that is not its own duplicate.
   */
  excludeId?: string;
};

