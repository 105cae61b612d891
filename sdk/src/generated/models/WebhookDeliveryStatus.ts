/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Delivery status. `skipped`: the webhook was disabled. `cancelled`: the webhook was deleted before the delivery.
 */
export type WebhookDeliveryStatus = 'pending' | 'succeeded' | 'failed' | 'skipped' | 'cancelled';
