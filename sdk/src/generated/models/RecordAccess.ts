/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which records it lets its holders see: their own, those of their team, or all.
 */
export type RecordAccess = 'own' | 'team' | 'all';
