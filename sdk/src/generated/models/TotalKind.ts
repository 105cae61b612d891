/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whether `count` is exact, the planner's estimate, or a lower bound.
 */
export type TotalKind = 'exact' | 'estimated' | 'atLeast';
