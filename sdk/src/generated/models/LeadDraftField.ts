/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Field of the draft
 */
export type LeadDraftField = 'name' | 'firstName' | 'lastName' | 'email' | 'phone' | 'company' | 'jobTitle' | 'website' | 'budget' | 'projectType' | 'message' | 'source' | 'estimatedValue' | 'currency' | 'expectedCloseDate';
