/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How it stands; one that was interrupted is running until it was taken up again.
 */
export type RetentionRunStatus = 'running' | 'succeeded' | 'failed';
