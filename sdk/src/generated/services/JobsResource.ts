/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { JobPage } from '../models/JobPage';
import type { JobRetryRequest } from '../models/JobRetryRequest';
import type { JobRetryView } from '../models/JobRetryView';
import type { JobSort } from '../models/JobSort';
import type { JobStatsView } from '../models/JobStatsView';
import type { JobStatus } from '../models/JobStatus';
import type { JobView } from '../models/JobView';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class JobsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List jobs
   * Default order: newest first. Includes queued jobs, dead jobs, and finished long operations.
   *
   * Required permission: `jobs:read`.
   * @returns JobPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    status,
    kind,
    group,
    createdAt,
  }: {
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
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<JobSort>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<JobStatus>,
    /**
     * Kinds; repeat to match any of several
     */
    kind?: Array<string>,
    /**
     * Group keys; repeat to match any of several
     */
    group?: Array<string>,
    /**
     * Creation time
     */
    createdAt?: TimestampFilter,
  }): CancelablePromise<JobPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/jobs',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'status': status,
        'kind': kind,
        'group': group,
        'createdAt': createdAt,
      },
    });
  }
  /**
   * Retry dead jobs
   * Puts at most 10,000 dead jobs per call back into the queue.
   *
   * Required permission: `jobs:manage`.
   * @returns JobRetryView Success
   * @throws ApiError
   */
  public retryDead({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: JobRetryRequest,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<JobRetryView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/jobs/retry',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get job statistics
   * Returns the number of jobs by kind, and the delay of the queue and the outbox.
   *
   * Required permission: `jobs:read`.
   * @returns JobStatsView Success
   * @throws ApiError
   */
  public getStats(): CancelablePromise<JobStatsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/jobs/stats',
    });
  }
  /**
   * Get a job
   * Without `jobs:read`, only long operations that you requested.
   *
   * Requires a credential, but no permission.
   * @returns JobView Success
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * Id of the job
     */
    id: string,
  }): CancelablePromise<JobView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/jobs/{id}',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Delete a dead job permanently
   * Required permission: `jobs:manage`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
  }: {
    /**
     * Id of the job
     */
    id: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/jobs/{id}',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Cancel a job
   * Removes a waiting job from the queue, or asks a running operation to stop. Needs your own operation, or `jobs:manage`.
   *
   * Requires a credential, but no permission.
   * @returns JobView Success
   * @throws ApiError
   */
  public cancel({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the job
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<JobView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/jobs/{id}/cancel',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Retry a dead job
   * The attempts are counted from zero again.
   *
   * Required permission: `jobs:manage`.
   * @returns JobView Success
   * @throws ApiError
   */
  public retry({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the job
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<JobView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/jobs/{id}/retry',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
