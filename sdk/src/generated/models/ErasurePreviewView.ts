/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ErasureFinding } from './ErasureFinding';
export type ErasurePreviewView = {
  /**
   * Records of the person, by record type
   */
  records: Array<ErasureFinding>;
  /**
   * Other places that are searched for copies of the data
   */
  copies: Array<string>;
  /**
   * Whether a legal hold blocks the erasure; a request would be rejected
   */
  isHeld: boolean;
};

