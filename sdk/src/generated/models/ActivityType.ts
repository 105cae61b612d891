/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Activity type
 */
export type ActivityType = 'note' | 'call' | 'email' | 'meeting' | 'task' | 'deadline' | 'status_change';
