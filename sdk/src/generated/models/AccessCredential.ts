/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Credential of the request
 */
export type AccessCredential = 'session' | 'api-key' | 'token';
