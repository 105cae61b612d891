/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CompanyDuplicatesQuery = {
  /**
   * The same web domain; an address or `www.` before it is taken off.
   */
  domain?: string;
  /**
   * The same e-mail address.
   */
  email?: string;
  /**
   * The same phone number, however it is written.
   */
  phone?: string;
  /**
   * A name like this.
   */
  name?: string;
  /**
   * A company that is not its own duplicate.
   */
  excludeId?: string;
};

