/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { PermissionCatalogueView } from '../models/PermissionCatalogueView';
import type { RoleCreate } from '../models/RoleCreate';
import type { RolePage } from '../models/RolePage';
import type { RoleSort } from '../models/RoleSort';
import type { RoleUpdate } from '../models/RoleUpdate';
import type { RoleView } from '../models/RoleView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class RolesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists everything that a role or an API key can allow.
   *
   * Needs `roles:read`.
   * @returns PermissionCatalogueView Done.
   * @throws ApiError
   */
  public listPermissions(): CancelablePromise<PermissionCatalogueView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/permissions',
    });
  }
  /**
   * Lists roles, by name unless `sort` says otherwise.
   *
   * Needs `roles:read`.
   * @returns RolePage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
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
     * The order; `-` before a field means descending. By name when left out.
     */
    sort?: Array<RoleSort>,
  }): CancelablePromise<RolePage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/roles',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
      },
    });
  }
  /**
   * Makes a role of what the caller may themselves.
   *
   * Needs `roles:manage`.
   * @returns RoleView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: RoleCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<RoleView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/roles',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one role.
   *
   * Needs `roles:read`.
   * @returns RoleView Done.
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
  }): CancelablePromise<RoleView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/roles/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Changes a role, at once for all who have it. Nothing is added that the caller may not; of a system role only `requiresTotp` changes.
   *
   * Needs `roles:manage`.
   * @returns RoleView Done.
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
    requestBody: RoleUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<RoleView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/roles/{id}',
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
   * Deletes a role for good that nobody has and that did not come with Kontor.
   *
   * Needs `roles:manage`.
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
      url: '/api/v1/roles/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Lists what was changed of a role, newest first, with who did it.
   *
   * Needs `roles:read`.
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
      url: '/api/v1/roles/{id}/history',
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
}
