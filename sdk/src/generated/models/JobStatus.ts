/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status. Succeeded jobs are deleted, except jobs that a user requested. `dead` jobs have no attempts left; a user can retry them.
 */
export type JobStatus = 'waiting' | 'scheduled' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'dead';
