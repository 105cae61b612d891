/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What kind of activity it is.
 */
export type ActivityType = 'note' | 'call' | 'email' | 'meeting' | 'task' | 'deadline' | 'status_change';
