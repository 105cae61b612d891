/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why it is not: by a person, because the service refused it for good, or because nothing arrived for a day.
 */
export type NotificationDisabledReason = 'manual' | 'rejected' | 'failing';
