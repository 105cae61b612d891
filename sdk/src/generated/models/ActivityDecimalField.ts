/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityDecimalField = 'company.annualRevenue' | 'company.creditLimit' | 'contact.company.annualRevenue' | 'contact.company.creditLimit' | 'deal.value' | 'deal.weightedValue' | 'deal.company.annualRevenue' | 'deal.company.creditLimit' | 'lead.estimatedValue';
