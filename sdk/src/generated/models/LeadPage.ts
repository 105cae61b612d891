/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadView } from './LeadView';
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
export type LeadPage = {
  /**
   * The records, in the order asked for.
   */
  data: Array<LeadView>;
  /**
   * How to go on from here.
   */
  pageInfo: PageInfo;
  /**
   * Only where `count` was asked for.
   */
  total?: PageTotal;
};

