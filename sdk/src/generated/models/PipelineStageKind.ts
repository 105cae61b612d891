/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whether deals here are still open, won or lost; `open` when left out.
 */
export type PipelineStageKind = 'open' | 'won' | 'lost';
