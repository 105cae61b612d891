/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ContactTextField = 'firstName' | 'lastName' | 'email' | 'phone' | 'mobile' | 'title' | 'department' | 'city' | 'state' | 'postalCode' | 'country' | 'name' | 'company.name' | 'company.domain' | 'company.website' | 'company.industry' | 'company.currency' | 'company.phone' | 'company.email' | 'company.city' | 'company.state' | 'company.postalCode' | 'company.country' | 'company.taxId' | 'company.paymentTerms';
