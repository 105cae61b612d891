/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ChangeTotal } from './ChangeTotal';
import type { DealChangeKind } from './DealChangeKind';
export type ChangesOfKind = {
  /**
   * Kind of change
   */
  kind: DealChangeKind;
  /**
   * Totals by currency
   */
  totals: Array<ChangeTotal>;
};

