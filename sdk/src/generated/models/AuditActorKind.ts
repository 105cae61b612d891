/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Type of credential; `system` for scheduled work and for direct changes in the database
 */
export type AuditActorKind = 'session' | 'api-key' | 'token' | 'system';
