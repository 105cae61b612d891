/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeadLetteredEventView } from './DeadLetteredEventView';
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
export type DeadLetteredEventPage = {
  /**
   * Records of this page, in the requested order
   */
  data: Array<DeadLetteredEventView>;
  /**
   * Cursors of the neighbouring pages
   */
  pageInfo: PageInfo;
  /**
   * Number of matching records; only if `count` was requested
   */
  total?: PageTotal;
};

