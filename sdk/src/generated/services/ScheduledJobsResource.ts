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
   * Lists all scheduled jobs by name, on one page.
   *
   * Needs `jobs:read`.
   * @returns ScheduledJobPage Done.
   * @throws ApiError
   */
  public list(): CancelablePromise<ScheduledJobPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/scheduled-jobs',
    });
  }
  /**
   * Gives one scheduled job.
   *
   * Needs `jobs:read`.
   * @returns ScheduledJobView Done.
   * @throws ApiError
   */
  public get({
    name,
  }: {
    /**
     * The name of the job.
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
   * Switches a scheduled job on or off.
   *
   * Needs `jobs:manage`.
   * @returns ScheduledJobView Done.
   * @throws ApiError
   */
  public update({
    name,
    requestBody,
  }: {
    /**
     * The name of the job.
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
   * Runs a scheduled job now, besides its times.
   *
   * Needs `jobs:manage`.
   * @returns ScheduledJobRunView Accepted.
   * @throws ApiError
   */
  public run({
    name,
    idempotencyKey,
  }: {
    /**
     * The name of the job.
     */
    name: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Lists the runs of a scheduled job, newest first.
   *
   * Needs `jobs:read`.
   * @returns ScheduledJobRunPage Done.
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
     * The name of the job.
     */
    name: string,
    /**
     * How many records a page holds, 1 to 100.
     */
    limit?: number,
    /**
     * Where to go on: `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter.
     */
    cursor?: string,
    /**
     * Whether to count all records that match. `exact` answers `atLeast` where counting would take too long.
     */
    count?: CountMode,
    /**
     * Any of these.
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
