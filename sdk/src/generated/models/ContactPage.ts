/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactView } from './ContactView';
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
export type ContactPage = {
  /**
   * The records, in the order asked for.
   */
  data: Array<ContactView>;
  /**
   * How to go on from here.
   */
  pageInfo: PageInfo;
  /**
   * Only where `count` was asked for.
   */
  total?: PageTotal;
};

