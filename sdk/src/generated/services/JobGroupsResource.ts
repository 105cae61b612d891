/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { JobGroupPage } from '../models/JobGroupPage';
import type { JobGroupPause } from '../models/JobGroupPause';
import type { JobGroupView } from '../models/JobGroupView';
import type { TextFilter } from '../models/TextFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class JobGroupsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List job groups
   * Sorted by key.
   *
   * Required permission: `jobs:read`.
   * @returns JobGroupPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    key,
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
     * Key of the group, for example `key[startsWith]=webhook:`
     */
    key?: TextFilter,
  }): CancelablePromise<JobGroupPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/job-groups',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'key': key,
      },
    });
  }
  /**
   * Pause a job group
   * No job of the group starts until the pause ends or the group is resumed.
   *
   * Required permission: `jobs:manage`.
   * @returns JobGroupView Success
   * @throws ApiError
   */
  public pause({
    key,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * Key of the group, URL-encoded
     */
    key: string,
    requestBody: JobGroupPause,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<JobGroupView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/job-groups/{key}/pause',
      path: {
        'key': key,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Resume a job group
   * Ends the pause and closes the circuit breaker, for example after the receiver was repaired.
   *
   * Required permission: `jobs:manage`.
   * @returns JobGroupView Success
   * @throws ApiError
   */
  public resume({
    key,
    idempotencyKey,
  }: {
    /**
     * Key of the group, URL-encoded
     */
    key: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<JobGroupView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/job-groups/{key}/resume',
      path: {
        'key': key,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
