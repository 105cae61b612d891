/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RetentionRunMode } from './RetentionRunMode';
import type { RetentionRunStatus } from './RetentionRunStatus';
export type RetentionRunView = {
  /**
   * Id of the run
   */
  id: string;
  /**
   * Record type
   */
  kind: string;
  /**
   * Mode: a real run, or a dry run that deletes nothing
   */
  mode: RetentionRunMode;
  /**
   * Status; an interrupted run stays `running` until it is resumed
   */
  status: RetentionRunStatus;
  /**
   * Retention period in days used by the run
   */
  days: number;
  /**
   * Time limit; records whose retention period started before this time are expired
   */
  cutoff: string;
  /**
   * Number of expired records
   */
  due: number;
  /**
   * Number of records that a legal hold protects
   */
  held: number;
  /**
   * Number of deleted records
   */
  removed: number;
  /**
   * Start of the retention period of the oldest expired record; null if there is none
   */
  oldestAt: string | null;
  /**
   * Error message of a failed run
   */
  error: string | null;
  /**
   * Start time
   */
  startedAt: string;
  /**
   * End time
   */
  finishedAt: string | null;
  /**
   * Id of the user who started the run; null for nightly runs
   */
  requestedById: string | null;
};

