/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which of the two it is.
 */
export type TimelineKind = 'activity' | 'event';
