/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { JobProgress } from './JobProgress';
import type { JobStatus } from './JobStatus';
export type JobView = {
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * What kind of work it is.
   */
  kind: string;
  /**
   * How it stands. What succeeds is forgotten unless it is long work that somebody asked for; `dead` was given up and can be redriven.
   */
  status: JobStatus;
  /**
   * The group whose cap, pause and breaker it shares; null once it is out of the queue.
   */
  group: string | null;
  /**
   * The record that is worked on.
   */
  refId: string;
  /**
   * 0 goes before 1, 1 before 2.
   */
  priority: number | null;
  /**
   * How often it was begun.
   */
  attempts: number | null;
  /**
   * Not before this time.
   */
  runAt: string | null;
  /**
   * How far it is; null for work that does not say so.
   */
  progress: JobProgress | null;
  /**
   * What came of it.
   */
  result: Record<string, any> | null;
  /**
   * Why the last attempt failed.
   */
  lastError: string | null;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it was begun; null for work that does not say so.
   */
  startedAt: string | null;
  /**
   * When it ended, or was given up.
   */
  finishedAt: string | null;
  /**
   * Who asked for it; null for what happens by itself.
   */
  createdById: string | null;
};

