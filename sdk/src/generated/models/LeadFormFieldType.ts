/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Input type
 */
export type LeadFormFieldType = 'text' | 'email' | 'tel' | 'url' | 'textarea' | 'select';
