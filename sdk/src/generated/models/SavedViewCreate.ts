/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ViewScope } from './ViewScope';
export type SavedViewCreate = {
  /**
   * Which records it lists, in the plural as in their path.
   */
  resource: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * Which records; null for all.
   */
  filter?: Record<string, any> | null;
  /**
   * Which fields to show, in their order.
   */
  columns?: Array<string>;
  /**
   * The order; `-` before a field means descending.
   */
  sort?: Array<string>;
  /**
   * The field whose values part the records into groups.
   */
  groupBy?: string | null;
  /**
   * Who sees it besides its owner. More than `private` takes `views:share`; `team` means the team that one is in.
   */
  scope?: ViewScope;
};

