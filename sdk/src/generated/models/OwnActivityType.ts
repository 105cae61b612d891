/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What kind of activity it is. Status changes are written by the change itself.
 */
export type OwnActivityType = 'note' | 'call' | 'email' | 'meeting' | 'task' | 'deadline';
