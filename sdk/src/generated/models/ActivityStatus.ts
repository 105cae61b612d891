/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What has become of it.
 */
export type ActivityStatus = 'pending' | 'in_progress' | 'completed' | 'cancelled';
