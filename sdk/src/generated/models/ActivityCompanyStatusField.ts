/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityCompanyStatusField = 'company.status' | 'contact.company.status' | 'deal.company.status';
