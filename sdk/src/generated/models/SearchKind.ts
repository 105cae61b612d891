/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Record type
 */
export type SearchKind = 'leads' | 'contacts' | 'companies' | 'deals' | 'activities';
