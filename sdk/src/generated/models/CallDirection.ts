/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Direction of the call, only for calls
 */
export type CallDirection = 'inbound' | 'outbound';
