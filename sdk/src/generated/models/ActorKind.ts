/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What they came with.
 */
export type ActorKind = 'session' | 'api-key' | 'token' | 'system';
