/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What to do when the company or the contact may be there already: refuse and list the candidates, use the most likely one where it is likely enough, or make another one nevertheless.
 */
export type OnDuplicate = 'refuse' | 'use' | 'create';
