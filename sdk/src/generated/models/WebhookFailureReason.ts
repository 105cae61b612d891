/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why it failed for good.
 */
export type WebhookFailureReason = 'exhausted' | 'rejected' | 'gone' | 'forbidden-destination' | 'expunged';
