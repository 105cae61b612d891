/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ContactFacet = 'companyId' | 'department' | 'city' | 'country' | 'status' | 'source' | 'ownerId' | 'teamId' | 'isPrimary' | 'preferredContact' | 'tags';
