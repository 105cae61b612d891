/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What kind of record is held; null where it is a person.
 */
export type HeldResource = 'leads' | 'companies' | 'contacts' | 'deals' | 'activities' | 'lead-form-submissions';
