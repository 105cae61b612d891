/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityTimestampField = 'dueAt' | 'completedAt' | 'createdAt' | 'updatedAt' | 'company.createdAt' | 'company.updatedAt' | 'contact.emailOptOutAt' | 'contact.createdAt' | 'contact.updatedAt' | 'contact.company.createdAt' | 'contact.company.updatedAt' | 'deal.closedAt' | 'deal.stageEnteredAt' | 'deal.createdAt' | 'deal.updatedAt' | 'deal.company.createdAt' | 'deal.company.updatedAt' | 'deal.contact.emailOptOutAt' | 'deal.contact.createdAt' | 'deal.contact.updatedAt' | 'deal.stage.createdAt' | 'lead.contactedAt' | 'lead.convertedAt' | 'lead.createdAt' | 'lead.updatedAt';
