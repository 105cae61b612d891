/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The kind of the record that this happened to, on a company's timeline also one of its contacts or deals; null for activities, which name what they are on.
 */
export type TimelineResource = 'leads' | 'companies' | 'contacts' | 'deals';
