/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Final status; `held` if a legal hold kept some records
 */
export type ErasureEnd = 'completed' | 'held';
