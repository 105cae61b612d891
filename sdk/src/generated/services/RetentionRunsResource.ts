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
   * Lists runs and dry runs of the policies, newest first.
   *
   * Needs `retention:read`.
   * @returns RetentionRunPage Done.
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
    sort?: Array<RetentionRunSort>,
    /**
     * Any of these kinds.
     */
    kind?: Array<string>,
    /**
     * Any of these modes.
     */
    mode?: Array<RetentionRunMode>,
    /**
     * Any of these.
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
   * Gives one run.
   *
   * Needs `retention:read`.
   * @returns RetentionRunView Done.
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * The id of the record.
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
