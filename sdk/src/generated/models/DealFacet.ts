/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealFacet = 'currency' | 'pipelineId' | 'stageId' | 'status' | 'ownerId' | 'teamId' | 'priority' | 'source' | 'wonReason' | 'lostReason' | 'tags' | 'isRotting';
