/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { TotalKind } from './TotalKind';
export type PageTotal = {
  /**
   * How many records match.
   */
  count: number;
  /**
   * Whether `count` is exact, the planner's estimate, or a lower bound.
   */
  kind: TotalKind;
};

