/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far it is.
 */
export type ActivityStatus = 'pending' | 'in_progress' | 'completed' | 'cancelled';
