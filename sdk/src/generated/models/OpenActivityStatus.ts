/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status of an open activity: pending or in progress
 */
export type OpenActivityStatus = 'pending' | 'in_progress';
