/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealSort = 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'title' | '-title' | 'value' | '-value' | 'expectedCloseDate' | '-expectedCloseDate' | 'stageEnteredAt' | '-stageEnteredAt';
