/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Reason why the channel is disabled: by a user, permanently rejected by the service, or no message delivered for a day
 */
export type NotificationDisabledReason = 'manual' | 'rejected' | 'failing';
