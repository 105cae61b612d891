/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { ScheduledJobPage } from '../models/ScheduledJobPage';
import type { ScheduledJobRunPage } from '../models/ScheduledJobRunPage';
import type { ScheduledJobRunStatus } from '../models/ScheduledJobRunStatus';
import type { ScheduledJobRunView } from '../models/ScheduledJobRunView';
import type { ScheduledJobUpdate } from '../models/ScheduledJobUpdate';
import type { ScheduledJobView } from '../models/ScheduledJobView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class ScheduledJobsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List scheduled jobs
   * All on one page, sorted by name.
   *
   * Required permission: `jobs:read`.
   * @returns ScheduledJobPage Success
   * @throws ApiError
   */
  public list(): CancelablePromise<ScheduledJobPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/scheduled-jobs',
    });
  }
  /**
   * Get a scheduled job
   * Required permission: `jobs:read`.
   * @returns ScheduledJobView Success
   * @throws ApiError
   */
  public get({
    name,
  }: {
    /**
     * Name of the scheduled job
     */
    name: string,
  }): CancelablePromise<ScheduledJobView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/scheduled-jobs/{name}',
      path: {
        'name': name,
      },
    });
  }
  /**
   * Enable or disable a scheduled job
   * Required permission: `jobs:manage`.
   * @returns ScheduledJobView Success
   * @throws ApiError
   */
  public update({
    name,
    requestBody,
  }: {
    /**
     * Name of the scheduled job
     */
    name: string,
    requestBody: ScheduledJobUpdate,
  }): CancelablePromise<ScheduledJobView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/scheduled-jobs/{name}',
      path: {
        'name': name,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Run a scheduled job now
   * The schedule does not change.
   *
   * Required permission: `jobs:manage`.
   * @returns ScheduledJobRunView Accepted
   * @throws ApiError
   */
  public run({
    name,
    idempotencyKey,
  }: {
    /**
     * Name of the scheduled job
     */
    name: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<ScheduledJobRunView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/scheduled-jobs/{name}/run',
      path: {
        'name': name,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * List the runs of a scheduled job
   * Newest first.
   *
   * Required permission: `jobs:read`.
   * @returns ScheduledJobRunPage Success
   * @throws ApiError
   */
  public listRuns({
    name,
    limit,
    cursor,
    count,
    status,
  }: {
    /**
     * Name of the scheduled job
     */
    name: string,
    /**
     * Maximum number of records per page, 1 to 100; default 25
     */
    limit?: number,
    /**
     * `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter
     */
    cursor?: string,
    /**
     * Whether to count all matching records; `exact` returns a lower bound (`atLeast`) if counting takes too long
     */
    count?: CountMode,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<ScheduledJobRunStatus>,
  }): CancelablePromise<ScheduledJobRunPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/scheduled-jobs/{name}/runs',
      path: {
        'name': name,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'status': status,
      },
    });
  }
}
