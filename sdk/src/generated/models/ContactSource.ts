/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How one came to know the person.
 */
export type ContactSource = 'website' | 'referral' | 'linkedin' | 'cold_email' | 'trade_show' | 'social_media' | 'other';
