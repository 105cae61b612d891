/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealTeamField = 'teamId' | 'company.teamId' | 'contact.teamId' | 'contact.company.teamId';
