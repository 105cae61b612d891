/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealUuidField = 'id' | 'pipelineId' | 'stageId' | 'companyId' | 'contactId' | 'leadId' | 'contact.companyId';
