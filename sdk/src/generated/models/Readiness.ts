/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Status; `ok` if the instance can receive requests
 */
export type Readiness = 'ok' | 'error';
