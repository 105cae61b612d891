/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Readiness } from './Readiness';
export type ReadinessView = {
  /**
   * Status; `ok` if the instance can receive requests
   */
  status: Readiness;
  /**
   * Whether the database answered within half a second
   */
  database: boolean;
  /**
   * Whether all migrations of this build are applied
   */
  migrations: boolean;
  /**
   * Whether the disk has free space; false after a write failed for lack of space, until a write succeeds
   */
  storage: boolean;
  /**
   * Waiting time of the oldest undelivered event in seconds; null if no event is waiting
   */
  outboxLagSeconds: number | null;
};

