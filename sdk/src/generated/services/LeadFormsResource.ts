/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { LeadFormCreate } from '../models/LeadFormCreate';
import type { LeadFormPage } from '../models/LeadFormPage';
import type { LeadFormSort } from '../models/LeadFormSort';
import type { LeadFormUpdate } from '../models/LeadFormUpdate';
import type { LeadFormView } from '../models/LeadFormView';
import type { SubmissionOutcome } from '../models/SubmissionOutcome';
import type { SubmissionPage } from '../models/SubmissionPage';
import type { SubmissionSort } from '../models/SubmissionSort';
import type { SubmissionStatsView } from '../models/SubmissionStatsView';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class LeadFormsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists lead forms, newest first unless `sort` says otherwise.
   *
   * Needs `lead-forms:read`.
   * @returns LeadFormPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    enabled,
    source,
    createdAt,
    deleted,
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
    sort?: Array<LeadFormSort>,
    /**
     * Only forms that take submissions, or only those that do not.
     */
    enabled?: boolean,
    /**
     * Forms whose leads get any of these sources.
     */
    source?: Array<string>,
    /**
     * By the time of making.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted forms instead of living ones.
     */
    deleted?: boolean,
  }): CancelablePromise<LeadFormPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/lead-forms',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'enabled': enabled,
        'source': source,
        'createdAt': createdAt,
        'deleted': deleted,
      },
    });
  }
  /**
   * Makes a lead form. It takes submissions at once, on its own page and at its own address.
   *
   * Needs `lead-forms:create`.
   * @returns LeadFormView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadFormCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<LeadFormView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/lead-forms',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one lead form.
   *
   * Needs `lead-forms:read`.
   * @returns LeadFormView Done.
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
     */
    ifNoneMatch?: string,
  }): CancelablePromise<LeadFormView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/lead-forms/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Changes a lead form: absent fields stay. With `If-Match` a stale copy is refused.
   *
   * Needs `lead-forms:update`.
   * @returns LeadFormView Done.
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: LeadFormUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<LeadFormView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/lead-forms/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Deletes a lead form; it can be restored. It takes no submissions any more.
   *
   * Needs `lead-forms:delete`.
   * @returns void
   * @throws ApiError
   */
  public remove({
    id,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/lead-forms/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Lists what was changed of a lead form, newest first, with who did it. Also of a deleted one.
   *
   * Needs `lead-forms:read`.
   * @returns HistoryEntryPage Done.
   * @throws ApiError
   */
  public history({
    id,
    limit,
    cursor,
    count,
  }: {
    /**
     * The id of the record.
     */
    id: string,
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
  }): CancelablePromise<HistoryEntryPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/lead-forms/{id}/history',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
      },
    });
  }
  /**
   * Restores a deleted lead form.
   *
   * Needs `lead-forms:update`.
   * @returns LeadFormView Done.
   * @throws ApiError
   */
  public restore({
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
  }): CancelablePromise<LeadFormView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/lead-forms/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Gives a lead form a new key; its old addresses stop working.
   *
   * Needs `lead-forms:update`.
   * @returns LeadFormView Done.
   * @throws ApiError
   */
  public rotateKey({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<LeadFormView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/lead-forms/{id}/rotate-key',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Counts what came in through a lead form, by what became of it.
   *
   * Needs `lead-forms:read`.
   * @returns SubmissionStatsView Done.
   * @throws ApiError
   */
  public stats({
    id,
    days,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * How many days back to count, 1 to 366.
     */
    days?: number,
  }): CancelablePromise<SubmissionStatsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/lead-forms/{id}/stats',
      path: {
        'id': id,
      },
      query: {
        'days': days,
      },
    });
  }
  /**
   * Lists what came in through a lead form, newest first, with what became of it.
   *
   * Needs `lead-forms:read`.
   * @returns SubmissionPage Done.
   * @throws ApiError
   */
  public listSubmissions({
    id,
    limit,
    cursor,
    count,
    sort,
    outcome,
    receivedAt,
  }: {
    /**
     * The id of the record.
     */
    id: string,
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
    sort?: Array<SubmissionSort>,
    /**
     * Any of these outcomes.
     */
    outcome?: Array<SubmissionOutcome>,
    /**
     * By the time of coming in.
     */
    receivedAt?: TimestampFilter,
  }): CancelablePromise<SubmissionPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/lead-forms/{id}/submissions',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'outcome': outcome,
        'receivedAt': receivedAt,
      },
    });
  }
}
