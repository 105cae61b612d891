/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { SavedViewCopy } from '../models/SavedViewCopy';
import type { SavedViewCreate } from '../models/SavedViewCreate';
import type { SavedViewPage } from '../models/SavedViewPage';
import type { SavedViewSort } from '../models/SavedViewSort';
import type { SavedViewTransfer } from '../models/SavedViewTransfer';
import type { SavedViewUpdate } from '../models/SavedViewUpdate';
import type { SavedViewView } from '../models/SavedViewView';
import type { ViewScope } from '../models/ViewScope';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class ViewsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists one's own views and those that were shared, of records that one may read; by name unless `sort` says otherwise.
   *
   * Needs `views:read`.
   * @returns SavedViewPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    resource,
    scope,
    isPinned,
    isDefault,
    sort,
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
     * Views of any of these kinds of records.
     */
    resource?: Array<string>,
    /**
     * Any of these scopes.
     */
    scope?: Array<ViewScope>,
    /**
     * Only what the caller pinned, or only what they did not.
     */
    isPinned?: boolean,
    /**
     * Only what the caller sees first, or only what they do not.
     */
    isDefault?: boolean,
    /**
     * The order; `-` before a field means descending. By name when left out.
     */
    sort?: Array<SavedViewSort>,
  }): CancelablePromise<SavedViewPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/views',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'resource': resource,
        'scope': scope,
        'isPinned': isPinned,
        'isDefault': isDefault,
        'sort': sort,
      },
    });
  }
  /**
   * Saves a view. Its filter, columns and order are checked against the fields of the records.
   *
   * Needs `views:create`.
   * @returns SavedViewView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: SavedViewCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one view.
   *
   * Needs `views:read`.
   * @returns SavedViewView Done.
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
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/views/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Changes a view: absent fields stay. Those that others shared take `views:share`. With `If-Match` a stale copy is refused.
   *
   * Needs `views:update`.
   * @returns SavedViewView Done.
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
    requestBody: SavedViewUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/views/{id}',
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
   * Deletes a view for good, for everybody who used it.
   *
   * Needs `views:delete`.
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
      url: '/api/v1/views/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * A view is no longer what the caller sees first.
   *
   * Needs `views:read`.
   * @returns SavedViewView Done.
   * @throws ApiError
   */
  public clearDefault({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/clear-default',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Makes a private copy of a view, which is the caller's.
   *
   * Needs `views:create`.
   * @returns SavedViewView Made.
   * @throws ApiError
   */
  public duplicate({
    id,
    idempotencyKey,
    requestBody,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    requestBody?: SavedViewCopy,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/duplicate',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Makes a view what the caller sees first of its records, instead of another.
   *
   * Needs `views:read`.
   * @returns SavedViewView Done.
   * @throws ApiError
   */
  public makeDefault({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/make-default',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Pins a view, for the caller alone.
   *
   * Needs `views:read`.
   * @returns SavedViewView Done.
   * @throws ApiError
   */
  public pin({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/pin',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Gives a view to somebody else. Whoever gives a private one away gets this answer, and does not see it afterwards.
   *
   * Needs `views:update`.
   * @returns SavedViewView Done.
   * @throws ApiError
   */
  public transfer({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: SavedViewTransfer,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/transfer',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Takes the caller's pin from a view.
   *
   * Needs `views:read`.
   * @returns SavedViewView Done.
   * @throws ApiError
   */
  public unpin({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/unpin',
      path: {
        'id': id,
      },
    });
  }
}
