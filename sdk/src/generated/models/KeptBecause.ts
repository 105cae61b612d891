/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why they had to.
 */
export type KeptBecause = 'legal-hold' | 'security-record' | 'user-account';
