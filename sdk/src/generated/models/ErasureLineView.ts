/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { KeptBecause } from './KeptBecause';
export type ErasureLineView = {
  /**
   * The place.
   */
  resource: string;
  /**
   * How many were removed.
   */
  removed: number;
  /**
   * How many stay without what told of the person.
   */
  anonymised: number;
  /**
   * How many had to stay as they are.
   */
  kept: number;
  /**
   * Why they had to.
   */
  reason: KeptBecause | null;
};

