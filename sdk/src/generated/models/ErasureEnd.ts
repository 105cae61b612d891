/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How it ended: `held` where records had to stay because of a legal hold.
 */
export type ErasureEnd = 'completed' | 'held';
