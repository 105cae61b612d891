/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How it stands. What succeeds is forgotten unless it is long work that somebody asked for; `dead` was given up and can be redriven.
 */
export type JobStatus = 'waiting' | 'scheduled' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'dead';
