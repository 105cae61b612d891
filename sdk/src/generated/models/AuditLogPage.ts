/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditLogView } from './AuditLogView';
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
export type AuditLogPage = {
  /**
   * The records, in the order asked for.
   */
  data: Array<AuditLogView>;
  /**
   * How to go on from here.
   */
  pageInfo: PageInfo;
  /**
   * Only where `count` was asked for.
   */
  total?: PageTotal;
};

