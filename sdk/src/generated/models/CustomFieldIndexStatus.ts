/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How its index is doing: sorted and counted by it is only what is `ready`. Null where it has none.
 */
export type CustomFieldIndexStatus = 'building' | 'ready' | 'failed';
