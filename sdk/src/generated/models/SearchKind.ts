/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What kind of record it is.
 */
export type SearchKind = 'leads' | 'contacts' | 'companies' | 'deals' | 'activities';
