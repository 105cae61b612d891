/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityCompanySizeField = 'company.size' | 'contact.company.size' | 'deal.company.size';
