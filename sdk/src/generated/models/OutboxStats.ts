/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OutboxStats = {
  /**
   * Number of events waiting for delivery
   */
  waiting: number;
  /**
   * Waiting time of the oldest event in seconds
   */
  lagSeconds: number;
  /**
   * Number of dead-lettered events
   */
  deadLettered: number;
};

