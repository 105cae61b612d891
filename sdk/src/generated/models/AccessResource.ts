/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordAccess } from './RecordAccess';
export type AccessResource = {
  /**
   * Record type
   */
  resource: string;
  /**
   * Actions that the caller may perform on these records
   */
  actions: Array<string>;
  /**
   * Access scope for these records; `all` for record types without an owner
   */
  recordAccess: RecordAccess;
};

