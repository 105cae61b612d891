/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Service that delivers the messages
 */
export type NotificationChannelType = 'discord' | 'telegram' | 'slack' | 'email';
