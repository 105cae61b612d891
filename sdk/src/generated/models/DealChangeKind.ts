/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Kind of change
 */
export type DealChangeKind = 'new' | 'won' | 'lost' | 'abandoned' | 'reopened' | 'deleted' | 'moved_forward' | 'moved_back' | 'value_up' | 'value_down' | 'slipped' | 'pulled_in';
