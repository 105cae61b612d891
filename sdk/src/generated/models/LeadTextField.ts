/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadTextField = 'name' | 'firstName' | 'lastName' | 'email' | 'phone' | 'company' | 'jobTitle' | 'budget' | 'projectType' | 'source' | 'currency';
