/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A time relative to now
 */
export type RelativeTime = {
  /**
   * Shift, start of a period, or both: `-30d`, `startOfMonth`, `startOfMonth-1m`
   */
  rel: string;
};

