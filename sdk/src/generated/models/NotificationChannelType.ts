/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * By which service it goes.
 */
export type NotificationChannelType = 'discord' | 'telegram' | 'slack' | 'email';
