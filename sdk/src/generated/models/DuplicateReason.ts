/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DuplicateReason = 'same-email' | 'same-phone' | 'same-domain' | 'similar-name';
