/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whether it only counted.
 */
export type RetentionRunMode = 'dry-run' | 'real';
