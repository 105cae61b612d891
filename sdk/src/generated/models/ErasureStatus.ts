/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status. `held` means that a legal hold kept some records; send a new request after the hold is released.
 */
export type ErasureStatus = 'waiting' | 'running' | 'completed' | 'held' | 'failed' | 'cancelled';
