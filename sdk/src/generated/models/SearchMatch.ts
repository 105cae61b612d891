/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why it was found: the surest of the ways in which it was.
 */
export type SearchMatch = 'exact-email' | 'exact-phone' | 'exact-domain' | 'external-id' | 'exact-name' | 'words' | 'fragment' | 'similar';
