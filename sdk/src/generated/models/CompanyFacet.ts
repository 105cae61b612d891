/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CompanyFacet = 'industry' | 'size' | 'currency' | 'status' | 'country' | 'ownerId' | 'teamId' | 'tags';
