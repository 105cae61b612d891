/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Record type of the field
 */
export type CustomFieldResource = 'leads' | 'companies' | 'contacts' | 'deals' | 'activities';
