/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { JobProgress } from './JobProgress';
import type { JobStatus } from './JobStatus';
export type JobView = {
  /**
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Kind of job
   */
  kind: string;
  /**
   * Status. Succeeded jobs are deleted, except jobs that a user requested. `dead` jobs have no attempts left; a user can retry them.
   */
  status: JobStatus;
  /**
   * Key of the group whose limit, pause and circuit breaker apply; null after the job ended
   */
  group: string | null;
  /**
   * Id of the record that the job works on
   */
  refId: string;
  /**
   * Priority; lower numbers run first
   */
  priority: number | null;
  /**
   * Number of attempts
   */
  attempts: number | null;
  /**
   * Earliest start time
   */
  runAt: string | null;
  /**
   * Progress; null for jobs that do not report progress
   */
  progress: JobProgress | null;
  /**
   * Result of the job
   */
  result: Record<string, any> | null;
  /**
   * Error of the last attempt
   */
  lastError: string | null;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Start time; null for jobs that do not report it
   */
  startedAt: string | null;
  /**
   * Time when the job finished or failed permanently
   */
  finishedAt: string | null;
  /**
   * Id of the user who requested the job; null for automatic jobs
   */
  createdById: string | null;
};

