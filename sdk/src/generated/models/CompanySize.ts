/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How big it is.
 */
export type CompanySize = 'solo' | 'small' | 'medium' | 'large' | 'enterprise';
