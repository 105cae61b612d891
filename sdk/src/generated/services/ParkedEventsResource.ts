/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { ParkedEventPage } from '../models/ParkedEventPage';
import type { ParkedEventSort } from '../models/ParkedEventSort';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class ParkedEventsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists parked events, newest first unless `sort` says otherwise.
   *
   * Needs `jobs:read`.
   * @returns ParkedEventPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    type,
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
    sort?: Array<ParkedEventSort>,
    /**
     * Any of these types.
     */
    type?: Array<string>,
  }): CancelablePromise<ParkedEventPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/jobs/parked-events',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'type': type,
      },
    });
  }
  /**
   * Has a parked event delivered after all.
   *
   * Needs `jobs:manage`.
   * @returns void
   * @throws ApiError
   */
  public redrive({
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
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/jobs/parked-events/{id}/redrive',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
