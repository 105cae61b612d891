/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
import type { SettingView } from './SettingView';
export type SettingPage = {
  /**
   * The records, in the order asked for.
   */
  data: Array<SettingView>;
  /**
   * How to go on from here.
   */
  pageInfo: PageInfo;
  /**
   * Only where `count` was asked for.
   */
  total?: PageTotal;
};

