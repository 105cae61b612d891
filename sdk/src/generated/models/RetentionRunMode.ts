/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Mode: a real run, or a dry run that deletes nothing
 */
export type RetentionRunMode = 'dry-run' | 'real';
