/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityInclude = 'lead' | 'company' | 'contact' | 'deal' | 'owner' | 'assignee' | 'team';
