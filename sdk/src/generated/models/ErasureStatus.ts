/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How it stands; `held` where records had to stay because of a legal hold: ask again once that is released.
 */
export type ErasureStatus = 'waiting' | 'running' | 'completed' | 'held' | 'failed' | 'cancelled';
