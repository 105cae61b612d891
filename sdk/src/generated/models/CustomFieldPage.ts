/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldView } from './CustomFieldView';
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
export type CustomFieldPage = {
  /**
   * The records, in the order asked for.
   */
  data: Array<CustomFieldView>;
  /**
   * How to go on from here.
   */
  pageInfo: PageInfo;
  /**
   * Only where `count` was asked for.
   */
  total?: PageTotal;
};

