/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What it is to us.
 */
export type CompanyStatus = 'prospect' | 'active' | 'inactive' | 'churned';
