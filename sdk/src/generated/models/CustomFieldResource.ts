/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The kind of records that have it.
 */
export type CustomFieldResource = 'leads' | 'companies' | 'contacts' | 'deals' | 'activities';
