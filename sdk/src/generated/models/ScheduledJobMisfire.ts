/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What becomes of times at which nothing was running.
 */
export type ScheduledJobMisfire = 'skip' | 'run_once' | 'run_all';
