/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Most reliable kind of match
 */
export type SearchMatch = 'exact-email' | 'exact-phone' | 'exact-domain' | 'external-id' | 'exact-name' | 'words' | 'fragment' | 'similar';
