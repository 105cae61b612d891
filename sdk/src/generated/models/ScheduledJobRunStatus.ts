/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status; `skipped` for scheduled times that were missed while no server was running
 */
export type ScheduledJobRunStatus = 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped';
