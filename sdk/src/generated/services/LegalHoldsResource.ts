/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HeldResource } from '../models/HeldResource';
import type { LegalHoldCreate } from '../models/LegalHoldCreate';
import type { LegalHoldPage } from '../models/LegalHoldPage';
import type { LegalHoldSort } from '../models/LegalHoldSort';
import type { LegalHoldView } from '../models/LegalHoldView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class LegalHoldsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists legal holds, newest first.
   *
   * Needs `retention:read`.
   * @returns LegalHoldPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    released,
    resourceType,
    recordId,
    email,
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
    sort?: Array<LegalHoldSort>,
    /**
     * True lists those that were released instead of those that hold.
     */
    released?: boolean,
    /**
     * On any of these kinds of records.
     */
    resourceType?: Array<HeldResource>,
    /**
     * On this record.
     */
    recordId?: string,
    /**
     * On this person.
     */
    email?: string,
  }): CancelablePromise<LegalHoldPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/legal-holds',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'released': released,
        'resourceType': resourceType,
        'recordId': recordId,
        'email': email,
      },
    });
  }
  /**
   * Puts a record or a person under a legal hold.
   *
   * Needs `retention:manage`.
   * @returns LegalHoldView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LegalHoldCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<LegalHoldView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/legal-holds',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one legal hold.
   *
   * Needs `retention:read`.
   * @returns LegalHoldView Done.
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<LegalHoldView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/legal-holds/{id}',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Releases a legal hold: what is over its time goes the next night.
   *
   * Needs `retention:manage`.
   * @returns LegalHoldView Done.
   * @throws ApiError
   */
  public release({
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
  }): CancelablePromise<LegalHoldView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/legal-holds/{id}/release',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
