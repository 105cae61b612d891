/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Reason for not changing these records
 */
export type ErasureExceptionReason = 'legal-hold' | 'security-record' | 'user-account';
