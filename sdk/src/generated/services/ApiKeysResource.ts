/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ApiKeyCreate } from '../models/ApiKeyCreate';
import type { ApiKeyPage } from '../models/ApiKeyPage';
import type { ApiKeyRotation } from '../models/ApiKeyRotation';
import type { ApiKeyUpdate } from '../models/ApiKeyUpdate';
import type { ApiKeyView } from '../models/ApiKeyView';
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { NewApiKeyView } from '../models/NewApiKeyView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class ApiKeysResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List API keys
   * Newest first. Returns your own keys; with `api-keys:manage`, the keys of all users.
   *
   * Required permission: `api-keys:read`.
   * @returns ApiKeyPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    revoked,
    createdById,
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
     * True for revoked keys only; default: only keys that are not revoked
     */
    revoked?: boolean,
    /**
     * Ids of the users who created the keys; repeat to match any of several
     */
    createdById?: Array<string>,
  }): CancelablePromise<ApiKeyPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/api-keys',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'revoked': revoked,
        'createdById': createdById,
      },
    });
  }
  /**
   * Create an API key
   * The response contains the key, which is not shown again.
   *
   * Required permission: `api-keys:create`.
   * @returns NewApiKeyView Created
   * @throws ApiError
   */
  public create({
    requestBody,
  }: {
    requestBody: ApiKeyCreate,
  }): CancelablePromise<NewApiKeyView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/api-keys',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get an API key
   * The secret is not included.
   *
   * Required permission: `api-keys:read`.
   * @returns ApiKeyView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the API key
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
     */
    ifNoneMatch?: string,
  }): CancelablePromise<ApiKeyView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/api-keys/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Update an API key
   * Changes name, scopes, expiry or rate limit, effective at once.
   *
   * Required permission: `api-keys:update`.
   * @returns ApiKeyView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the API key
     */
    id: string,
    requestBody: ApiKeyUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<ApiKeyView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/api-keys/{id}',
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
   * Revoke an API key
   * Cannot be undone.
   *
   * Required permission: `api-keys:delete`.
   * @returns void
   * @throws ApiError
   */
  public revoke({
    id,
    ifMatch,
  }: {
    /**
     * Id of the API key
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/api-keys/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * List the changes of an API key
   * Newest first, with the user who made each change.
   *
   * Required permission: `api-keys:read`.
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
     * Id of the API key
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
      url: '/api/v1/api-keys/{id}/history',
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
   * Rotate the secret of an API key
   * The response contains the new key, which is not shown again. The previous secret stays valid for `overlapHours`, default 24.
   *
   * Required permission: `api-keys:update`.
   * @returns NewApiKeyView Success
   * @throws ApiError
   */
  public rotate({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the API key
     */
    id: string,
    requestBody: ApiKeyRotation,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<NewApiKeyView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/api-keys/{id}/rotate',
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
}
