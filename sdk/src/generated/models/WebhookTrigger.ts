/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What caused it.
 */
export type WebhookTrigger = 'scheduled' | 'manual' | 'test';
