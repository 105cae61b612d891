/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * On a call, who called whom.
 */
export type CallDirection = 'inbound' | 'outbound';
