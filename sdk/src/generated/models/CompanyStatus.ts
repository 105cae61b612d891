/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Relationship status
 */
export type CompanyStatus = 'prospect' | 'active' | 'inactive' | 'churned';
