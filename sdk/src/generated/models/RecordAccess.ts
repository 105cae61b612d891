/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Access scope of the role: own, team or all records
 */
export type RecordAccess = 'own' | 'team' | 'all';
