/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who sees it besides its owner: nobody, one team, or everybody.
 */
export type ViewScope = 'private' | 'team' | 'shared';
