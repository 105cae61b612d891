/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { TotalKind } from './TotalKind';
export type PageTotal = {
  /**
   * Number of matching records
   */
  count: number;
  /**
   * Precision of `count`: exact, estimated by the query planner, or a lower bound
   */
  kind: TotalKind;
};

