/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Result of the call, only for calls
 */
export type CallResult = 'answered' | 'missed' | 'voicemail';
