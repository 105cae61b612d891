/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What the entry tells of: an activity, or another change of the lead.
 */
export type TimelineKind = 'activity' | 'event';
