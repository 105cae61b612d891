/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Rule that decides
 */
export type AccessRule = 'user-inactive' | 'permission-missing' | 'api-key-ended' | 'scope-missing' | 'permission-given' | 'record-not-found' | 'record-deleted' | 'not-visible' | 'record-access-all' | 'record-owned' | 'assigned' | 'record-in-team' | 'record-of-visible-lead' | 'record-of-visible-company' | 'record-of-visible-contact' | 'record-of-visible-deal';
