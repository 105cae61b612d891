/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ErasureFinding } from './ErasureFinding';
export type ErasurePreviewView = {
  /**
   * The person's records, by kind.
   */
  records: Array<ErasureFinding>;
  /**
   * Where copies of them are looked for and cleared besides.
   */
  copies: Array<string>;
  /**
   * Whether a legal hold stands in the way: a request would be refused.
   */
  isHeld: boolean;
};

