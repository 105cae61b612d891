/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealCardInclude = 'owner' | 'team' | 'company' | 'contact';
