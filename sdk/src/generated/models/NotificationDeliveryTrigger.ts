/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why it is sent: an event, a test, a person who sends it again, or the system that needs a person.
 */
export type NotificationDeliveryTrigger = 'event' | 'test' | 'manual' | 'system';
