/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RetentionRunMode } from './RetentionRunMode';
import type { RetentionRunStatus } from './RetentionRunStatus';
export type RetentionRunView = {
  /**
   * The run.
   */
  id: string;
  /**
   * The kind of records.
   */
  kind: string;
  /**
   * Whether it only counted.
   */
  mode: RetentionRunMode;
  /**
   * How it stands; one that was interrupted is running until it was taken up again.
   */
  status: RetentionRunStatus;
  /**
   * How many days it went by.
   */
  days: number;
  /**
   * What came to its end before this moment was over its time.
   */
  cutoff: string;
  /**
   * How many were to be removed.
   */
  due: number;
  /**
   * How many had to stay because of a legal hold.
   */
  held: number;
  /**
   * How many were removed.
   */
  removed: number;
  /**
   * When the oldest of them came to its end; null where there was none.
   */
  oldestAt: string | null;
  /**
   * Why it failed.
   */
  error: string | null;
  /**
   * When it began.
   */
  startedAt: string;
  /**
   * When it ended.
   */
  finishedAt: string | null;
  /**
   * Who asked for it; null for those of every night.
   */
  requestedById: string | null;
};

