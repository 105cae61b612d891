/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CompanyTextField = 'name' | 'domain' | 'website' | 'industry' | 'currency' | 'phone' | 'email' | 'city' | 'state' | 'postalCode' | 'country' | 'taxId' | 'paymentTerms';
