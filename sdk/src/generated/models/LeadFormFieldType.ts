/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What kind of input it is.
 */
export type LeadFormFieldType = 'text' | 'email' | 'tel' | 'url' | 'textarea' | 'select';
