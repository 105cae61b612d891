/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How grave it is; of what is critical somebody is told.
 */
export type Severity = 'info' | 'warning' | 'critical';
