/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What the caller came with.
 */
export type AccessCredential = 'session' | 'api-key' | 'token';
