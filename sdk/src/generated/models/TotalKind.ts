/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Precision of `count`: exact, estimated by the query planner, or a lower bound
 */
export type TotalKind = 'exact' | 'estimated' | 'atLeast';
