/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Type of credential
 */
export type CredentialKind = 'session' | 'api-key' | 'token';
