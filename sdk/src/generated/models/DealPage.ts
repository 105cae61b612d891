/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealView } from './DealView';
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
export type DealPage = {
  /**
   * The records, in the order asked for.
   */
  data: Array<DealView>;
  /**
   * How to go on from here.
   */
  pageInfo: PageInfo;
  /**
   * Only where `count` was asked for.
   */
  total?: PageTotal;
};

