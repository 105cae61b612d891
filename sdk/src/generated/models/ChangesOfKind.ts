/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ChangeTotal } from './ChangeTotal';
import type { DealChangeKind } from './DealChangeKind';
export type ChangesOfKind = {
  /**
   * What happened.
   */
  kind: DealChangeKind;
  /**
   * By currency.
   */
  totals: Array<ChangeTotal>;
};

