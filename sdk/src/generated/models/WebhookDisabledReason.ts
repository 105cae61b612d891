/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Reason why the webhook is disabled: by a user, after days of failures, or after an answer 410
 */
export type WebhookDisabledReason = 'manual' | 'failing' | 'gone';
