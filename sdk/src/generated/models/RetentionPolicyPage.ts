/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
import type { RetentionPolicyView } from './RetentionPolicyView';
export type RetentionPolicyPage = {
  /**
   * The records, in the order asked for.
   */
  data: Array<RetentionPolicyView>;
  /**
   * How to go on from here.
   */
  pageInfo: PageInfo;
  /**
   * Only where `count` was asked for.
   */
  total?: PageTotal;
};

