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
   * List all permissions
   * Roles and API keys can contain these permissions.
   *
   * Required permission: `roles:read`.
   * @returns PermissionCatalogueView Success
   * @throws ApiError
   */
  public listPermissions(): CancelablePromise<PermissionCatalogueView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/permissions',
    });
  }
  /**
   * List roles
   * Default order: by name.
   *
   * Required permission: `roles:read`.
   * @returns RolePage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
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
     * Sort order; `-` before a field means descending. Default: by name.
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
   * Create a role
   * Only permissions that the caller has can be granted.
   *
   * Required permission: `roles:manage`.
   * @returns RoleView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: RoleCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Get a role
   * Required permission: `roles:read`.
   * @returns RoleView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the role
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update a role
   * Applies at once to all users with the role. Only permissions that the caller has can be added or removed. Of a built-in role, only `requiresTotp` can be changed.
   *
   * Required permission: `roles:manage`.
   * @returns RoleView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the role
     */
    id: string,
    requestBody: RoleUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Delete a role permanently
   * Rejected for roles in use, for built-in roles, and for roles with permissions that the caller lacks.
   *
   * Required permission: `roles:manage`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the role
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * List the changes of a role
   * Newest first, with the user who made each change.
   *
   * Required permission: `roles:read`.
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
     * Id of the role
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
