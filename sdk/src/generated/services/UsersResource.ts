/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { OwnedRecordsView } from '../models/OwnedRecordsView';
import type { ProfileUpdate } from '../models/ProfileUpdate';
import type { RecordTransfer } from '../models/RecordTransfer';
import type { RecordTransferView } from '../models/RecordTransferView';
import type { SearchRequest } from '../models/SearchRequest';
import type { TextFilter } from '../models/TextFilter';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { UserEmailChange } from '../models/UserEmailChange';
import type { UserInvitation } from '../models/UserInvitation';
import type { UserPage } from '../models/UserPage';
import type { UserRolesChange } from '../models/UserRolesChange';
import type { UserSort } from '../models/UserSort';
import type { UserStatus } from '../models/UserStatus';
import type { UserUpdate } from '../models/UserUpdate';
import type { UserView } from '../models/UserView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class UsersResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists users, newest first unless `sort` says otherwise.
   *
   * Needs `users:read`.
   * @returns UserPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    q,
    sort,
    status,
    teamId,
    managerId,
    roleId,
    department,
    email,
    createdAt,
    lastLoginAt,
    deleted,
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
    /**
     * Users of any of these teams.
     */
    teamId?: Array<string>,
    /**
     * Users who report to any of these.
     */
    managerId?: Array<string>,
    /**
     * Users with any of these roles.
     */
    roleId?: Array<string>,
    /**
     * Users of any of these departments.
     */
    department?: Array<string>,
    /**
     * By e-mail address.
     */
    email?: TextFilter,
    /**
     * By the time of the invitation.
     */
    createdAt?: TimestampFilter,
    /**
     * By the time of the last login.
     */
    lastLoginAt?: TimestampFilter,
    /**
     * Deleted users instead of living ones.
     */
    deleted?: boolean,
  }): CancelablePromise<UserPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/users',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'q': q,
        'sort': sort,
        'status': status,
        'teamId': teamId,
        'managerId': managerId,
        'roleId': roleId,
        'department': department,
        'email': email,
        'createdAt': createdAt,
        'lastLoginAt': lastLoginAt,
        'deleted': deleted,
      },
    });
  }
  /**
   * Invites somebody: they get a mail with a link, good for 72 hours, to choose a password. Giving roles needs `users:manage-roles` besides.
   *
   * Needs `users:create`.
   * @returns UserView Made.
   * @throws ApiError
   */
  public invite({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: UserInvitation,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives what is known of oneself.
   *
   * Needs a credential, and no permission.
   * @returns UserView Done.
   * @throws ApiError
   */
  public getProfile({
    ifNoneMatch,
  }: {
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
     */
    ifNoneMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/users/me',
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Changes what one says of oneself; absent fields stay, null clears. An API key may not.
   *
   * Needs a credential, and no permission.
   * @returns UserView Done.
   * @throws ApiError
   */
  public updateProfile({
    requestBody,
    ifMatch,
  }: {
    requestBody: ProfileUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/users/me',
      headers: {
        'If-Match': ifMatch,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists users by a filter of any depth.
   *
   * Needs `users:read`.
   * @returns UserPage Done.
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: SearchRequest,
  }): CancelablePromise<UserPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one user.
   *
   * Needs `users:read`.
   * @returns UserView Done.
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
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/users/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Changes fields of a user: absent ones stay, null clears. Only who sees all records puts people into another team.
   *
   * Needs `users:update`.
   * @returns UserView Done.
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
    requestBody: UserUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/users/{id}',
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
   * Deletes a user who owns no records; they can be restored. What they did stays readable under their name.
   *
   * Needs `users:delete`.
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
      url: '/api/v1/users/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Keeps a user out: sessions, tokens and API keys end at once and for good. Their records stay theirs.
   *
   * Needs `users:update`.
   * @returns UserView Done.
   * @throws ApiError
   */
  public deactivate({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/{id}/deactivate',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Gives a user another e-mail address to sign in with; only of users who may no more than the caller.
   *
   * Needs `users:update`.
   * @returns UserView Done.
   * @throws ApiError
   */
  public changeEmail({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: UserEmailChange,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/users/{id}/email',
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
   * Lists what was changed of a user, newest first, with who did it.
   *
   * Needs `users:update`.
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
      url: '/api/v1/users/{id}/history',
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
   * Counts what a user owns: what a transfer would hand over, and what keeps them from being deleted.
   *
   * Needs `users:transfer`.
   * @returns OwnedRecordsView Done.
   * @throws ApiError
   */
  public countRecords({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<OwnedRecordsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/users/{id}/owned-records',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Lets a deactivated user sign in again.
   *
   * Needs `users:update`.
   * @returns UserView Done.
   * @throws ApiError
   */
  public reactivate({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/{id}/reactivate',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Sends somebody who has not accepted yet another link; the one before ends.
   *
   * Needs `users:create`.
   * @returns UserView Done.
   * @throws ApiError
   */
  public resendInvitation({
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
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/{id}/resend-invitation',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Restores a deleted user, unless somebody else has their e-mail address by now. Sessions and API keys stay dead.
   *
   * Needs `users:update`.
   * @returns UserView Done.
   * @throws ApiError
   */
  public restore({
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
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Sets all roles of a user. Only roles are given or taken that allow nothing beyond what the caller may; the last admin stays one.
   *
   * Needs `users:manage-roles`.
   * @returns UserView Done.
   * @throws ApiError
   */
  public setRoles({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: UserRolesChange,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/users/{id}/roles',
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
   * Hands all records of a user over to another, each as if by hand. Needs sight of all records, and `update` of each kind.
   *
   * Needs `users:transfer`.
   * @returns RecordTransferView Accepted.
   * @throws ApiError
   */
  public transferRecords({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: RecordTransfer,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<RecordTransferView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/{id}/transfer',
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
}
