/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status of the index; the field can be used to sort and count once the status is `ready`. Null if the field has no index.
 */
export type CustomFieldIndexStatus = 'building' | 'ready' | 'failed';
