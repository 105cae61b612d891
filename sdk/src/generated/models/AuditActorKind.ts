/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What they came with; `system` is what happens by itself, and work on the database itself.
 */
export type AuditActorKind = 'session' | 'api-key' | 'token' | 'system';
