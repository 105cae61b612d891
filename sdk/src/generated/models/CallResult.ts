/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Calls: how it went.
 */
export type CallResult = 'answered' | 'missed' | 'voicemail';
