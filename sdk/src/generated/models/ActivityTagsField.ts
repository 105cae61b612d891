/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityTagsField = 'company.tags' | 'contact.tags' | 'contact.company.tags' | 'deal.tags' | 'deal.company.tags' | 'deal.contact.tags' | 'lead.tags';
