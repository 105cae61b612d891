/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Readiness } from './Readiness';
export type ReadinessView = {
  /**
   * Whether requests should be sent here.
   */
  status: Readiness;
  /**
   * Whether the database answered within half a second.
   */
  database: boolean;
  /**
   * Whether the schema is at this build's version.
   */
  migrations: boolean;
  /**
   * Seconds that the oldest event has waited for its delivery; null where none waits.
   */
  outboxLagSeconds: number | null;
};

