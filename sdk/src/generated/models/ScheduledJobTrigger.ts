/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whether the clock or a person began it.
 */
export type ScheduledJobTrigger = 'schedule' | 'manual';
