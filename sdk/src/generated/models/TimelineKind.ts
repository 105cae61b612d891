/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Kind of entry: an activity, a change of a deal's stage, a move from or to another record, or another change of the record
 */
export type TimelineKind = 'activity' | 'event' | 'stage_change' | 'move';
