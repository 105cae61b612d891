/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whether it is decided, and how; an abandoned one stays in the stage where it was left.
 */
export type DealStatus = 'open' | 'won' | 'lost' | 'abandoned';
