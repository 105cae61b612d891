/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Trigger of the run: the schedule or a user
 */
export type ScheduledJobTrigger = 'schedule' | 'manual';
