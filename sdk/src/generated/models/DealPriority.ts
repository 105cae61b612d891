/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How much it matters.
 */
export type DealPriority = 'low' | 'medium' | 'high' | 'critical';
