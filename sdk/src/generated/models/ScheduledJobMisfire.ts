/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Behaviour for scheduled times that were missed while no server was running
 */
export type ScheduledJobMisfire = 'skip' | 'run_once' | 'run_all';
