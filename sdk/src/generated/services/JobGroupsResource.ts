/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { JobGroupPage } from '../models/JobGroupPage';
import type { JobGroupView } from '../models/JobGroupView';
import type { TextFilter } from '../models/TextFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class JobGroupsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists groups of jobs by key.
   *
   * Needs `jobs:read`.
   * @returns JobGroupPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    key,
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
     * By key: `key[startsWith]=webhook:`
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
   * Ends the pause of a group and closes its breaker: whoever repaired the receiver need not wait.
   *
   * Needs `jobs:manage`.
   * @returns JobGroupView Done.
   * @throws ApiError
   */
  public resume({
    key,
    idempotencyKey,
  }: {
    /**
     * The key of the group, url-encoded.
     */
    key: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
