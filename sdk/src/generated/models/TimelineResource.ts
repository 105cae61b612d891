/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Type of the changed record, which may be a contact or deal of the company; null for activities
 */
export type TimelineResource = 'leads' | 'companies' | 'contacts' | 'deals' | 'activities';
