/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Record that would have received the value
 */
export type ConversionTargetName = 'company' | 'contact' | 'deal';
