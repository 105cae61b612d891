/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { JobPage } from '../models/JobPage';
import type { JobRedrive } from '../models/JobRedrive';
import type { JobRedriveView } from '../models/JobRedriveView';
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
   * Lists jobs, newest first unless `sort` says otherwise: those in the queue, those given up, and long work that is over.
   *
   * Needs `jobs:read`.
   * @returns JobPage Done.
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
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<JobSort>,
    /**
     * Any of these.
     */
    status?: Array<JobStatus>,
    /**
     * Any of these kinds.
     */
    kind?: Array<string>,
    /**
     * Any of these groups.
     */
    group?: Array<string>,
    /**
     * By the time of making.
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
   * Puts dead jobs back into the queue, at most 10000 a call.
   *
   * Needs `jobs:manage`.
   * @returns JobRedriveView Done.
   * @throws ApiError
   */
  public redriveAll({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: JobRedrive,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<JobRedriveView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/jobs/redrive',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts the jobs of every kind, and says how far queue and outbox are behind.
   *
   * Needs `jobs:read`.
   * @returns JobStatsView Done.
   * @throws ApiError
   */
  public stats(): CancelablePromise<JobStatsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/jobs/stats',
    });
  }
  /**
   * Gives one job. Without `jobs:read` only the long work that one has started oneself.
   *
   * Needs a credential, and no permission.
   * @returns JobView Done.
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * The id of the record.
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
   * Deletes a dead job for good.
   *
   * Needs `jobs:manage`.
   * @returns void
   * @throws ApiError
   */
  public discard({
    id,
  }: {
    /**
     * The id of the record.
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
   * Takes a job out of the queue, or asks long work to stop. Long work of one's own, or with `jobs:manage` any.
   *
   * Needs a credential, and no permission.
   * @returns JobView Done.
   * @throws ApiError
   */
  public cancel({
    id,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Puts a dead job back into the queue, as if it had never been tried.
   *
   * Needs `jobs:manage`.
   * @returns JobView Done.
   * @throws ApiError
   */
  public redrive({
    id,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<JobView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/jobs/{id}/redrive',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
