/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { ErasurePreviewView } from '../models/ErasurePreviewView';
import type { ErasureRequestPage } from '../models/ErasureRequestPage';
import type { ErasureRequestView } from '../models/ErasureRequestView';
import type { ErasureSort } from '../models/ErasureSort';
import type { ErasureStatus } from '../models/ErasureStatus';
import type { ErasureSubject } from '../models/ErasureSubject';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class ErasureRequestsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List erasure requests
   * Newest first.
   *
   * Required permission: `erasure:manage`.
   * @returns ErasureRequestPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
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
    sort?: Array<ErasureSort>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<ErasureStatus>,
  }): CancelablePromise<ErasureRequestPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/erasure-requests',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'status': status,
      },
    });
  }
  /**
   * Erase all data of a person
   * Starts a job that erases the person's records and all copies. Cannot be undone.
   *
   * Required permission: `erasure:manage`.
   * @returns ErasureRequestView Accepted
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ErasureSubject,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<ErasureRequestView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/erasure-requests',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Preview an erasure request
   * Returns the data of a person, and whether it may be erased. Nothing is changed.
   *
   * Required permission: `erasure:manage`.
   * @returns ErasurePreviewView Success
   * @throws ApiError
   */
  public preview({
    requestBody,
  }: {
    requestBody: ErasureSubject,
  }): CancelablePromise<ErasurePreviewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/erasure-requests/preview',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get an erasure request
   * Includes the report of erased and remaining records.
   *
   * Required permission: `erasure:manage`.
   * @returns ErasureRequestView Success
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * Id of the erasure request
     */
    id: string,
  }): CancelablePromise<ErasureRequestView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/erasure-requests/{id}',
      path: {
        'id': id,
      },
    });
  }
}
