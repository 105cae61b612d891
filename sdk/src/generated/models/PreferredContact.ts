/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How the person wants to be reached.
 */
export type PreferredContact = 'email' | 'phone' | 'mobile' | 'linkedin' | 'none';
