/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status; an interrupted run stays `running` until it is resumed
 */
export type RetentionRunStatus = 'running' | 'succeeded' | 'failed';
