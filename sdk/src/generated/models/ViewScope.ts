/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Users who can see the view: the owner, one team, or all users
 */
export type ViewScope = 'private' | 'team' | 'shared';
