/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobKindStats = {
  /**
   * The kind.
   */
  kind: string;
  /**
   * Due, and waiting for somebody to take them.
   */
  ready: number;
  /**
   * Due later.
   */
  scheduled: number;
  /**
   * At work.
   */
  running: number;
  /**
   * Given up.
   */
  dead: number;
  /**
   * Seconds that the oldest due one has waited.
   */
  lagSeconds: number;
};

