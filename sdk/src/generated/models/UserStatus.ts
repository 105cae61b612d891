/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status: `invited` until the user sets a password, `inactive` after deactivation
 */
export type UserStatus = 'invited' | 'active' | 'inactive';
