/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityFacet = 'type' | 'status' | 'priority' | 'ownerId' | 'teamId' | 'assigneeId' | 'direction' | 'callResult' | 'overdue';
