/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityBooleanField = 'overdue' | 'contact.isPrimary' | 'deal.isRotting' | 'deal.contact.isPrimary' | 'deal.stage.isActive' | 'lead.aiParsed' | 'lead.converted';
