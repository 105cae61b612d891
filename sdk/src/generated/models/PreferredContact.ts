/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Preferred contact method
 */
export type PreferredContact = 'email' | 'phone' | 'mobile' | 'linkedin' | 'none';
