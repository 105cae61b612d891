/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Behaviour if the company or contact may already exist: reject with a list of candidates, use the best candidate, or create a new record
 */
export type OnDuplicate = 'reject' | 'use' | 'create';
