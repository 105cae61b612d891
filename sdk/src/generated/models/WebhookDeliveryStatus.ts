/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where it stands: `skipped` is what a disabled webhook missed, `cancelled` what a deleted one was not sent any more.
 */
export type WebhookDeliveryStatus = 'pending' | 'succeeded' | 'failed' | 'skipped' | 'cancelled';
