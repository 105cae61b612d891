/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Activity type; `status_change` is written only by the status change itself
 */
export type OwnActivityType = 'note' | 'call' | 'email' | 'meeting' | 'task' | 'deadline';
