/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ErasureExceptionReason } from './ErasureExceptionReason';
export type ErasureLineView = {
  /**
   * Type of records or copies
   */
  resource: string;
  /**
   * Number of deleted records
   */
  removed: number;
  /**
   * Number of anonymised records, which remain without personal data
   */
  anonymised: number;
  /**
   * Number of records that were not changed
   */
  retained: number;
  /**
   * Reason for not changing these records
   */
  reason: ErasureExceptionReason | null;
};

