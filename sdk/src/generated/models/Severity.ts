/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Severity; critical events cause a notification
 */
export type Severity = 'info' | 'warning' | 'critical';
