/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whether somebody is at it.
 */
export type OpenActivityStatus = 'pending' | 'in_progress';
