/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where it would have gone.
 */
export type ConversionTargetName = 'company' | 'contact' | 'deal';
