/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Company size
 */
export type CompanySize = 'solo' | 'small' | 'medium' | 'large' | 'enterprise';
