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
   * Lists requests to erase a person, newest first.
   *
   * Needs `erasure:manage`.
   * @returns ErasureRequestPage Done.
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
    sort?: Array<ErasureSort>,
    /**
     * Any of these.
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
   * Begins to erase all records of a person, and their copies. Nothing brings them back.
   *
   * Needs `erasure:manage`.
   * @returns ErasureRequestView Accepted.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ErasureSubject,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Tells what there is of a person, and whether it may be erased.
   *
   * Needs `erasure:manage`.
   * @returns ErasurePreviewView Done.
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
   * Gives one request, with what was removed and what had to stay.
   *
   * Needs `erasure:manage`.
   * @returns ErasureRequestView Done.
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * The id of the record.
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
