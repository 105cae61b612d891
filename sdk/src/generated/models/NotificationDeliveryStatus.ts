/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Delivery status. `skipped`: the channel was disabled or deleted. `suppressed`: the notification is part of a digest.
 */
export type NotificationDeliveryStatus = 'pending' | 'sent' | 'failed' | 'skipped' | 'suppressed';
