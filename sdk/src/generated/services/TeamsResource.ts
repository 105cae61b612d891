/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { TeamCreate } from '../models/TeamCreate';
import type { TeamPage } from '../models/TeamPage';
import type { TeamSort } from '../models/TeamSort';
import type { TeamUpdate } from '../models/TeamUpdate';
import type { TeamView } from '../models/TeamView';
import type { UserPage } from '../models/UserPage';
import type { UserSort } from '../models/UserSort';
import type { UserStatus } from '../models/UserStatus';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class TeamsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List teams
   * Default order: by name.
   *
   * Required permission: `teams:read`.
   * @returns TeamPage Success
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
    sort?: Array<TeamSort>,
  }): CancelablePromise<TeamPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/teams',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
      },
    });
  }
  /**
   * Create a team
   * Required permission: `teams:create`.
   * @returns TeamView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: TeamCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<TeamView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/teams',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get a team
   * Required permission: `teams:read`.
   * @returns TeamView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the team
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
     */
    ifNoneMatch?: string,
  }): CancelablePromise<TeamView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/teams/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Update a team
   * Omitted fields are unchanged; null clears a field.
   *
   * Required permission: `teams:update`.
   * @returns TeamView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the team
     */
    id: string,
    requestBody: TeamUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<TeamView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/teams/{id}',
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
   * Delete a team permanently
   * Only for teams without members and records.
   *
   * Required permission: `teams:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the team
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/teams/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * List the changes of a team
   * Newest first, with the user who made each change.
   *
   * Required permission: `teams:read`.
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
     * Id of the team
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
      url: '/api/v1/teams/{id}/history',
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
   * List the members of a team
   * Default order: newest first.
   *
   * Required permission: `users:read`.
   * @returns UserPage Success
   * @throws ApiError
   */
  public listMembers({
    id,
    limit,
    cursor,
    count,
    q,
    sort,
    status,
  }: {
    /**
     * Id of the team
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
    /**
     * Search text in name and e-mail address; every word must occur
     */
    q?: string,
    /**
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<UserSort>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<UserStatus>,
  }): CancelablePromise<UserPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/teams/{id}/members',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'q': q,
        'sort': sort,
        'status': status,
      },
    });
  }
  /**
   * Add a user to a team
   * The user leaves the previous team, and the user's records move to the new team. Needs access scope `all`.
   *
   * Required permission: `teams:update`.
   * @returns void
   * @throws ApiError
   */
  public addMember({
    id,
    userId,
  }: {
    /**
     * Id of the team
     */
    id: string,
    /**
     * Id of the user
     */
    userId: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/teams/{id}/members/{userId}',
      path: {
        'id': id,
        'userId': userId,
      },
    });
  }
  /**
   * Remove a user from a team
   * The user's records leave the team too. Needs access scope `all`.
   *
   * Required permission: `teams:update`.
   * @returns void
   * @throws ApiError
   */
  public removeMember({
    id,
    userId,
  }: {
    /**
     * Id of the team
     */
    id: string,
    /**
     * Id of the user
     */
    userId: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/teams/{id}/members/{userId}',
      path: {
        'id': id,
        'userId': userId,
      },
    });
  }
}
