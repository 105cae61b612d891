/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Priority
 */
export type DealPriority = 'low' | 'medium' | 'high' | 'critical';
