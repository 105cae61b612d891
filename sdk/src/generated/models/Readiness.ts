/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whether requests should be sent here.
 */
export type Readiness = 'ok' | 'error';
