/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Relationship status
 */
export type ContactStatus = 'new' | 'contacted' | 'qualified' | 'unqualified' | 'customer' | 'inactive';
