/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where one stands with the person.
 */
export type ContactStatus = 'new' | 'contacted' | 'qualified' | 'unqualified' | 'customer' | 'inactive';
