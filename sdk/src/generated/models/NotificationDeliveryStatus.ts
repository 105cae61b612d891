/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What became of it. `skipped`: the channel was disabled or deleted before. `suppressed`: it is told in a digest.
 */
export type NotificationDeliveryStatus = 'pending' | 'sent' | 'failed' | 'skipped' | 'suppressed';
