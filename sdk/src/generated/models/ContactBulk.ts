/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactOperation } from './ContactOperation';
export type ContactBulk = {
  /**
   * Operations, 1 to 100, executed in this order
   */
  operations: Array<ContactOperation>;
  /**
   * Whether one error cancels all operations; default true. If false, valid operations are executed and errors are reported.
   */
  atomic?: boolean;
};

