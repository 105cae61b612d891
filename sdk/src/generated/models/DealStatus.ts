/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status of the deal; an abandoned deal stays in its last stage
 */
export type DealStatus = 'open' | 'won' | 'lost' | 'abandoned';
