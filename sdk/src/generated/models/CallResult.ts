/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * On a call, whether somebody answered.
 */
export type CallResult = 'answered' | 'missed' | 'voicemail';
