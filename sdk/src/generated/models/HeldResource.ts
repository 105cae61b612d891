/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Record type of the held record; null if the hold protects a person
 */
export type HeldResource = 'leads' | 'companies' | 'contacts' | 'deals' | 'activities' | 'lead-form-submissions';
