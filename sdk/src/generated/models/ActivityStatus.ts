/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status of the activity
 */
export type ActivityStatus = 'pending' | 'in_progress' | 'completed' | 'cancelled';
