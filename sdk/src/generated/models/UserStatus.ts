/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * `invited` until they have chosen a password, `inactive` once they were deactivated.
 */
export type UserStatus = 'invited' | 'active' | 'inactive';
