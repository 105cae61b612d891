/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityUuidField = 'id' | 'followUpOfId' | 'leadId' | 'companyId' | 'contactId' | 'dealId' | 'contact.companyId' | 'deal.pipelineId' | 'deal.stageId' | 'deal.companyId' | 'deal.contactId' | 'deal.leadId' | 'deal.contact.companyId';
