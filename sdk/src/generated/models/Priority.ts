/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Priority
 */
export type Priority = 'low' | 'medium' | 'high' | 'critical';
