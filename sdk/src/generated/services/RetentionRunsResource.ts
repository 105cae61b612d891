/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { RetentionRunMode } from '../models/RetentionRunMode';
import type { RetentionRunPage } from '../models/RetentionRunPage';
import type { RetentionRunSort } from '../models/RetentionRunSort';
import type { RetentionRunStatus } from '../models/RetentionRunStatus';
import type { RetentionRunView } from '../models/RetentionRunView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class RetentionRunsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List retention runs
   * Newest first, including dry runs.
   *
   * Required permission: `retention:read`.
   * @returns RetentionRunPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    kind,
    mode,
    status,
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
    sort?: Array<RetentionRunSort>,
    /**
     * Kinds; repeat to match any of several
     */
    kind?: Array<string>,
    /**
     * Modes; repeat to match any of several
     */
    mode?: Array<RetentionRunMode>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<RetentionRunStatus>,
  }): CancelablePromise<RetentionRunPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/retention-runs',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'kind': kind,
        'mode': mode,
        'status': status,
      },
    });
  }
  /**
   * Get a retention run
   * Required permission: `retention:read`.
   * @returns RetentionRunView Success
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * Id of the retention run
     */
    id: string,
  }): CancelablePromise<RetentionRunView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/retention-runs/{id}',
      path: {
        'id': id,
      },
    });
  }
}
