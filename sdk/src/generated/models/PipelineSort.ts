/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PipelineSort = 'position' | '-position' | 'name' | '-name' | 'createdAt' | '-createdAt';
