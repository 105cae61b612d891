/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How it ended: `cancelled` or `failed` after some of them, else `succeeded`.
 */
export type RecordTransferEnd = 'succeeded' | 'failed' | 'cancelled';
