/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Data type of the field
 */
export type CustomFieldType = 'text' | 'number' | 'money' | 'date' | 'boolean' | 'choice' | 'multi-choice' | 'url' | 'email' | 'user' | 'record-link';
