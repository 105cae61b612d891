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
   * Lists one's own API keys, newest first; with `api-keys:manage` everybody's.
   *
   * Needs `api-keys:read`.
   * @returns ApiKeyPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    revoked,
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
     * True lists the revoked keys instead of those that are not.
     */
    revoked?: boolean,
  }): CancelablePromise<ApiKeyPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/api-keys',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'revoked': revoked,
      },
    });
  }
  /**
   * Makes an API key. The key is in this answer and never shown again.
   *
   * Needs `api-keys:create`.
   * @returns NewApiKeyView Made.
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
   * Gets one API key, without its secret.
   *
   * Needs `api-keys:read`.
   * @returns ApiKeyView Done.
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
   * Changes the name, scopes, expiry or rate limit of an API key; takes effect at once.
   *
   * Needs `api-keys:update`.
   * @returns ApiKeyView Done.
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
    requestBody: ApiKeyUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Revokes an API key for good.
   *
   * Needs `api-keys:delete`.
   * @returns void
   * @throws ApiError
   */
  public remove({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/api-keys/{id}',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Lists what was changed of an API key, newest first, with who did it.
   *
   * Needs `api-keys:read`.
   * @returns HistoryEntryPage Done.
   * @throws ApiError
   */
  public history({
    id,
    limit,
    cursor,
    count,
  }: {
    /**
     * The id of the record.
     */
    id: string,
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
   * Gives an API key a new secret, shown once. The one before works on for `overlapHours`, 24 by default.
   *
   * Needs `api-keys:update`.
   * @returns NewApiKeyView Done.
   * @throws ApiError
   */
  public rotate({
    id,
    requestBody,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: ApiKeyRotation,
  }): CancelablePromise<NewApiKeyView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/api-keys/{id}/rotate',
      path: {
        'id': id,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
}
