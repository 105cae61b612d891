/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { DeadLetteredEventPage } from '../models/DeadLetteredEventPage';
import type { DeadLetteredEventSort } from '../models/DeadLetteredEventSort';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class DeadLetteredEventsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List dead-lettered events
   * Default order: newest first.
   *
   * Required permission: `jobs:read`.
   * @returns DeadLetteredEventPage Success
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
    sort?: Array<DeadLetteredEventSort>,
    /**
     * Types; repeat to match any of several
     */
    type?: Array<string>,
  }): CancelablePromise<DeadLetteredEventPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/jobs/dead-lettered-events',
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
   * Retry a dead-lettered event
   * Required permission: `jobs:manage`.
   * @returns void
   * @throws ApiError
   */
  public retry({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the dead lettered event
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/jobs/dead-lettered-events/{id}/retry',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
