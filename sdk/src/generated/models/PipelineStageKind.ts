/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Kind of stage: open, won or lost; default `open`
 */
export type PipelineStageKind = 'open' | 'won' | 'lost';
