/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { RetentionDryRun } from '../models/RetentionDryRun';
import type { RetentionPolicyPage } from '../models/RetentionPolicyPage';
import type { RetentionPolicyUpdate } from '../models/RetentionPolicyUpdate';
import type { RetentionPolicyView } from '../models/RetentionPolicyView';
import type { RetentionRunMode } from '../models/RetentionRunMode';
import type { RetentionRunPage } from '../models/RetentionRunPage';
import type { RetentionRunSort } from '../models/RetentionRunSort';
import type { RetentionRunStatus } from '../models/RetentionRunStatus';
import type { RetentionRunView } from '../models/RetentionRunView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class RetentionResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists for how long each kind of records is kept, on one page.
   *
   * Needs `retention:read`.
   * @returns RetentionPolicyPage Done.
   * @throws ApiError
   */
  public list(): CancelablePromise<RetentionPolicyPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/retention-policies',
    });
  }
  /**
   * Gives the policy of one kind of records.
   *
   * Needs `retention:read`.
   * @returns RetentionPolicyView Done.
   * @throws ApiError
   */
  public get({
    kind,
    ifNoneMatch,
  }: {
    /**
     * The kind of records.
     */
    kind: string,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
     */
    ifNoneMatch?: string,
  }): CancelablePromise<RetentionPolicyView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/retention-policies/{kind}',
      path: {
        'kind': kind,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Changes for how long records are kept. Fewer days remove more, next night, for good.
   *
   * Needs `retention:manage`.
   * @returns RetentionPolicyView Done.
   * @throws ApiError
   */
  public update({
    kind,
    requestBody,
    ifMatch,
  }: {
    /**
     * The kind of records.
     */
    kind: string,
    requestBody: RetentionPolicyUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<RetentionPolicyView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/retention-policies/{kind}',
      path: {
        'kind': kind,
      },
      headers: {
        'If-Match': ifMatch,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts what would be removed now, and removes nothing.
   *
   * Needs `retention:read`.
   * @returns RetentionRunView Done.
   * @throws ApiError
   */
  public dryRun({
    kind,
    requestBody,
  }: {
    /**
     * The kind of records.
     */
    kind: string,
    requestBody: RetentionDryRun,
  }): CancelablePromise<RetentionRunView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/retention-policies/{kind}/dry-run',
      path: {
        'kind': kind,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists runs and dry runs of the policies, newest first.
   *
   * Needs `retention:read`.
   * @returns RetentionRunPage Done.
   * @throws ApiError
   */
  public listRuns({
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
  public getRun({
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
