/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadSort = 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'name' | '-name' | 'score' | '-score' | 'expectedCloseDate' | '-expectedCloseDate' | 'estimatedValue' | '-estimatedValue';
