/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealTimestampField = 'closedAt' | 'stageEnteredAt' | 'createdAt' | 'updatedAt' | 'company.createdAt' | 'company.updatedAt' | 'contact.emailOptOutAt' | 'contact.createdAt' | 'contact.updatedAt' | 'contact.company.createdAt' | 'contact.company.updatedAt' | 'stage.createdAt';
