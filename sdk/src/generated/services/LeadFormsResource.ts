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
import type { SubmissionView } from '../models/SubmissionView';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class LeadFormsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List lead forms
   * Default order: newest first.
   *
   * Required permission: `lead-forms:read`.
   * @returns LeadFormPage Success
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
    sort?: Array<LeadFormSort>,
    /**
     * True for enabled forms only, false for disabled forms only
     */
    enabled?: boolean,
    /**
     * Sources that the forms set; repeat to match any of several
     */
    source?: Array<string>,
    /**
     * Creation time
     */
    createdAt?: TimestampFilter,
    /**
     * Whether to return deleted forms instead of active forms
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
   * Create a lead form
   * The form accepts submissions at once, on its own page and at its own URL.
   *
   * Required permission: `lead-forms:create`.
   * @returns LeadFormView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadFormCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Get a lead form
   * Required permission: `lead-forms:read`.
   * @returns LeadFormView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update a lead form
   * Omitted fields are unchanged. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `lead-forms:update`.
   * @returns LeadFormView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
    requestBody: LeadFormUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Delete a lead form
   * The form rejects submissions and can be restored.
   *
   * Required permission: `lead-forms:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * List the changes of a lead form
   * Newest first, with the user who made each change. Also available for deleted forms.
   *
   * Required permission: `lead-forms:read`.
   * @returns HistoryEntryPage Success
   * @throws ApiError
   */
  public getHistory({
    id,
    limit,
    cursor,
    count,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
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
   * Restore a deleted lead form
   * Required permission: `lead-forms:update`.
   * @returns LeadFormView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<LeadFormView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/lead-forms/{id}/restore',
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
   * Rotate the public key of a lead form
   * The previous URLs stop working.
   *
   * Required permission: `lead-forms:update`.
   * @returns LeadFormView Success
   * @throws ApiError
   */
  public rotateKey({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Get statistics of a lead form
   * Returns the number of submissions by outcome.
   *
   * Required permission: `lead-forms:read`.
   * @returns SubmissionStatsView Success
   * @throws ApiError
   */
  public getStats({
    id,
    days,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
    /**
     * Number of days to count back, 1 to 366
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
   * List the submissions of a lead form
   * Newest first, with their outcome.
   *
   * Required permission: `lead-forms:read`.
   * @returns SubmissionPage Success
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
     * Id of the lead form
     */
    id: string,
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
    sort?: Array<SubmissionSort>,
    /**
     * Outcomes; repeat to match any of several
     */
    outcome?: Array<SubmissionOutcome>,
    /**
     * Time of receipt
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
  /**
   * Reject a held submission
   * No lead is created; the submission remains until its retention period ends.
   *
   * Required permission: `lead-forms:update`.
   * @returns SubmissionView Success
   * @throws ApiError
   */
  public rejectSubmission({
    id,
    submissionId,
    idempotencyKey,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
    /**
     * Id of the submission
     */
    submissionId: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<SubmissionView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/lead-forms/{id}/submissions/{submissionId}/reject',
      path: {
        'id': id,
        'submissionId': submissionId,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Release a held submission
   * Creates the lead that the submission would have created.
   *
   * Required permission: `lead-forms:update`.
   * @returns SubmissionView Success
   * @throws ApiError
   */
  public releaseSubmission({
    id,
    submissionId,
    idempotencyKey,
  }: {
    /**
     * Id of the lead form
     */
    id: string,
    /**
     * Id of the submission
     */
    submissionId: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<SubmissionView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/lead-forms/{id}/submissions/{submissionId}/release',
      path: {
        'id': id,
        'submissionId': submissionId,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
