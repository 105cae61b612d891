/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Reason for the final failure
 */
export type WebhookFailureReason = 'exhausted' | 'rejected' | 'gone' | 'forbidden-destination' | 'expunged';
