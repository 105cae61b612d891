/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What the entry tells of: an activity, a deal that came into another stage, or another change of the record.
 */
export type TimelineKind = 'activity' | 'event' | 'stage_change';
