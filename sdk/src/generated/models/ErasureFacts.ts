/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ErasureEnd } from './ErasureEnd';
export type ErasureFacts = {
  /**
   * The request.
   */
  id: string;
  /**
   * How it ended: `held` where records had to stay because of a legal hold.
   */
  status: ErasureEnd;
  /**
   * How many records and copies were removed or anonymised.
   */
  erased: number;
  /**
   * How many had to stay.
   */
  kept: number;
};

