/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealUpdate } from './DealUpdate';
export type DealBulkUpdate = {
  /**
   * The deal.
   */
  id: string;
  /**
   * The version that was last seen; a newer one refuses the operation.
   */
  version?: number;
  /**
   * What changes.
   */
  changes: DealUpdate;
};

