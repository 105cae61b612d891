/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How it stands; `skipped` stands for times at which nothing was running.
 */
export type ScheduledJobRunStatus = 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped';
