/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ErasureEnd } from './ErasureEnd';
export type ErasureFacts = {
  /**
   * Id of the erasure request
   */
  id: string;
  /**
   * Final status; `held` if a legal hold kept some records
   */
  status: ErasureEnd;
  /**
   * Number of records and copies that were deleted or anonymised
   */
  erased: number;
  /**
   * Number of records that could not be erased
   */
  retained: number;
};

