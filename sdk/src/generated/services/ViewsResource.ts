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
   * List views
   * Your own views and shared views of records that you may read. Default order: by name.
   *
   * Required permission: `views:read`.
   * @returns SavedViewPage Success
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
     * Record types; repeat to match any of several
     */
    resource?: Array<string>,
    /**
     * Scopes; repeat to match any of several
     */
    scope?: Array<ViewScope>,
    /**
     * True for pinned views only, false for all others
     */
    isPinned?: boolean,
    /**
     * True for default views only, false for all others
     */
    isDefault?: boolean,
    /**
     * Sort order; `-` before a field means descending. Default: by name.
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
   * Create a view
   * Filter, columns and sort order are checked against the fields of the record type.
   *
   * Required permission: `views:create`.
   * @returns SavedViewView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: SavedViewCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Get a view
   * Required permission: `views:read`.
   * @returns SavedViewView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the view
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update a view
   * Omitted fields are unchanged. Views shared by others need `views:share`. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `views:update`.
   * @returns SavedViewView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the view
     */
    id: string,
    requestBody: SavedViewUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Delete a view permanently
   * Other users lose a shared view too.
   *
   * Required permission: `views:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the view
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Clear your default view
   * Required permission: `views:read`.
   * @returns SavedViewView Success
   * @throws ApiError
   */
  public clearDefault({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the view
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/clear-default',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Duplicate a view
   * The copy is private and belongs to the caller.
   *
   * Required permission: `views:create`.
   * @returns SavedViewView Created
   * @throws ApiError
   */
  public duplicate({
    id,
    idempotencyKey,
    requestBody,
  }: {
    /**
     * Id of the view
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Pin a view
   * Only for the caller.
   *
   * Required permission: `views:read`.
   * @returns SavedViewView Success
   * @throws ApiError
   */
  public pin({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the view
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/pin',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Set your default view
   * The view replaces your previous default view of the record type.
   *
   * Required permission: `views:read`.
   * @returns SavedViewView Success
   * @throws ApiError
   */
  public setDefault({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the view
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/set-default',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Change the owner of a view
   * The response contains the view even if the caller cannot see it any more.
   *
   * Required permission: `views:update`.
   * @returns SavedViewView Success
   * @throws ApiError
   */
  public changeOwner({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the view
     */
    id: string,
    requestBody: SavedViewTransfer,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/transfer',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Unpin a view
   * Only for the caller.
   *
   * Required permission: `views:read`.
   * @returns SavedViewView Success
   * @throws ApiError
   */
  public unpin({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the view
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<SavedViewView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/views/{id}/unpin',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
