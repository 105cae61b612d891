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
   * Lists teams, by name unless `sort` says otherwise.
   *
   * Needs `teams:read`.
   * @returns TeamPage Done.
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
   * Makes a team.
   *
   * Needs `teams:create`.
   * @returns TeamView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: TeamCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Gives one team.
   *
   * Needs `teams:read`.
   * @returns TeamView Done.
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
   * Changes a team: absent fields stay, null clears.
   *
   * Needs `teams:update`.
   * @returns TeamView Done.
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
    requestBody: TeamUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Deletes a team for good that has no members and holds no records.
   *
   * Needs `teams:delete`.
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
   * Lists what was changed of a team, newest first, with who did it.
   *
   * Needs `teams:read`.
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
   * Lists the users in a team, newest first unless `sort` says otherwise.
   *
   * Needs `users:read`.
   * @returns UserPage Done.
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
    /**
     * Text that the name or e-mail address holds; each word must be there.
     */
    q?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<UserSort>,
    /**
     * Any of these statuses.
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
   * Puts a user into a team, out of the one they were in; their records go with them. Only for who sees all records.
   *
   * Needs `teams:update`.
   * @returns void
   * @throws ApiError
   */
  public addMember({
    id,
    userId,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * The id of the record.
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
   * Takes a user out of a team; their records go with them. Only for who sees all records.
   *
   * Needs `teams:update`.
   * @returns void
   * @throws ApiError
   */
  public removeMember({
    id,
    userId,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * The id of the record.
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
