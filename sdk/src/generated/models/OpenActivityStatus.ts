/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Takes up or lays aside what is open.
 */
export type OpenActivityStatus = 'pending' | 'in_progress';
