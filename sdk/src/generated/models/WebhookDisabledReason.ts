/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why it is not: by hand, because it failed for days, or because it answered 410.
 */
export type WebhookDisabledReason = 'manual' | 'failing' | 'gone';
