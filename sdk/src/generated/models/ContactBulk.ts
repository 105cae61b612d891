/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactOperation } from './ContactOperation';
export type ContactBulk = {
  /**
   * What to do, in this order; 1 to 100.
   */
  operations: Array<ContactOperation>;
  /**
   * All or nothing (the default); false does what can be done and reports the rest.
   */
  atomic?: boolean;
};

