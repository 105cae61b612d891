/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Reason for the message: an event, a test, a manual resend, or a system alert
 */
export type NotificationDeliveryTrigger = 'event' | 'test' | 'manual' | 'system';
