/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityTeamField = 'teamId' | 'company.teamId' | 'contact.teamId' | 'contact.company.teamId' | 'deal.teamId' | 'deal.company.teamId' | 'deal.contact.teamId' | 'lead.teamId';
