/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealDecimalField = 'value' | 'weightedValue' | 'company.annualRevenue' | 'company.creditLimit' | 'contact.company.annualRevenue' | 'contact.company.creditLimit';
