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
   * List legal holds
   * Newest first.
   *
   * Required permission: `retention:read`.
   * @returns LegalHoldPage Success
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
    sort?: Array<LegalHoldSort>,
    /**
     * True for released holds only; default: only active holds
     */
    released?: boolean,
    /**
     * Record types; repeat to match any of several
     */
    resourceType?: Array<HeldResource>,
    /**
     * Id of the held record
     */
    recordId?: string,
    /**
     * E-mail address of the protected person
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
   * Create a legal hold
   * Protects a record or all records of a person against deletion.
   *
   * Required permission: `retention:manage`.
   * @returns LegalHoldView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LegalHoldCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Get a legal hold
   * Required permission: `retention:read`.
   * @returns LegalHoldView Success
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * Id of the legal hold
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
   * Release a legal hold
   * Expired records are deleted in the following night.
   *
   * Required permission: `retention:manage`.
   * @returns LegalHoldView Success
   * @throws ApiError
   */
  public release({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the legal hold
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
