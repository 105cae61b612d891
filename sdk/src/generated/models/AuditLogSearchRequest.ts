/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditLogFilter } from './AuditLogFilter';
import type { AuditLogSort } from './AuditLogSort';
import type { CountMode } from './CountMode';
export type AuditLogSearchRequest = {
  /**
   * Filter; all records if omitted
   */
  filter?: AuditLogFilter;
  /**
   * Sort order; `-` before a field means descending
   */
  sort?: Array<AuditLogSort>;
  /**
   * Maximum number of records per page, 1 to 100; default 25
   */
  limit?: number;
  /**
   * Cursor of another page of the same search
   */
  cursor?: string;
  /**
   * Whether to count all matching records
   */
  count?: CountMode;
};

