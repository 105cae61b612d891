/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityUserField = 'ownerId' | 'assigneeId' | 'lead.ownerId' | 'company.ownerId' | 'contact.ownerId' | 'contact.company.ownerId' | 'deal.ownerId' | 'deal.company.ownerId' | 'deal.contact.ownerId';
