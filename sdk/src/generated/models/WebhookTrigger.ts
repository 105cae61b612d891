/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Trigger of the attempt
 */
export type WebhookTrigger = 'scheduled' | 'manual' | 'test';
