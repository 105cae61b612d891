/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Final status: `succeeded`; or `cancelled` or `failed` after a part of the records
 */
export type RecordTransferEnd = 'succeeded' | 'failed' | 'cancelled';
