/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealTagsField = 'tags' | 'company.tags' | 'contact.tags' | 'contact.company.tags';
