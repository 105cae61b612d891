/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OutboxStats = {
  /**
   * Events that wait for their delivery.
   */
  waiting: number;
  /**
   * Seconds that the oldest of them has waited.
   */
  lagSeconds: number;
  /**
   * Events that were put aside.
   */
  parked: number;
};

