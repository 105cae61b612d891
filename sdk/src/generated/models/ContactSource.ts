/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Source of the contact
 */
export type ContactSource = 'website' | 'referral' | 'linkedin' | 'cold_email' | 'trade_show' | 'social_media' | 'other';
