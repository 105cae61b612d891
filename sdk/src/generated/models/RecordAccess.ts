/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whose records they see: their own, their team's, or all.
 */
export type RecordAccess = 'own' | 'team' | 'all';
