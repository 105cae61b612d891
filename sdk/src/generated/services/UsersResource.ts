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
import type { TextFilter } from '../models/TextFilter';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { UserEmailChange } from '../models/UserEmailChange';
import type { UserInvitation } from '../models/UserInvitation';
import type { UserPage } from '../models/UserPage';
import type { UserRolesChange } from '../models/UserRolesChange';
import type { UserSearchRequest } from '../models/UserSearchRequest';
import type { UserSort } from '../models/UserSort';
import type { UserStatus } from '../models/UserStatus';
import type { UserUpdate } from '../models/UserUpdate';
import type { UserView } from '../models/UserView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class UsersResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List users
   * Default order: newest first.
   *
   * Required permission: `users:read`.
   * @returns UserPage Success
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
    /**
     * Ids of teams; repeat to match any of several
     */
    teamId?: Array<string>,
    /**
     * Ids of managers; repeat to match any of several
     */
    managerId?: Array<string>,
    /**
     * Ids of roles; repeat to match any of several
     */
    roleId?: Array<string>,
    /**
     * Departments; repeat to match any of several
     */
    department?: Array<string>,
    /**
     * E-mail address
     */
    email?: TextFilter,
    /**
     * Time of the invitation
     */
    createdAt?: TimestampFilter,
    /**
     * Time of the last sign-in
     */
    lastLoginAt?: TimestampFilter,
    /**
     * Whether to return deleted users instead of active users
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
   * Invite a user
   * Sends an e-mail with a link, valid for 72 hours, to set a password. Assigning roles also needs `users:manage-roles`.
   *
   * Required permission: `users:create`.
   * @returns UserView Created
   * @throws ApiError
   */
  public invite({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: UserInvitation,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Get your own profile
   * Requires a credential, but no permission.
   * @returns UserView Success
   * @throws ApiError
   */
  public getMyProfile({
    ifNoneMatch,
  }: {
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update your own profile
   * Omitted fields are unchanged; null clears a field. Not available for API keys.
   *
   * Requires a credential, but no permission.
   * @returns UserView Success
   * @throws ApiError
   */
  public updateMyProfile({
    requestBody,
    ifMatch,
  }: {
    requestBody: ProfileUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Search users with a filter
   * Required permission: `users:read`.
   * @returns UserPage Success
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: UserSearchRequest,
  }): CancelablePromise<UserPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get a user
   * Required permission: `users:read`.
   * @returns UserView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update a user
   * Omitted fields are unchanged; null clears a field. Changing the team needs access scope `all`.
   *
   * Required permission: `users:update`.
   * @returns UserView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    requestBody: UserUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Delete a user
   * Only for users who own no records. The user can be restored, and the user's name remains in the history.
   *
   * Required permission: `users:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Deactivate a user
   * Sessions, tokens and API keys end at once and permanently. The user still owns the same records.
   *
   * Required permission: `users:update`.
   * @returns UserView Success
   * @throws ApiError
   */
  public deactivate({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Change the e-mail address of a user
   * Only for users who do not have more permissions than the caller.
   *
   * Required permission: `users:update`.
   * @returns UserView Success
   * @throws ApiError
   */
  public changeEmail({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    requestBody: UserEmailChange,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * List the changes of a user
   * Newest first, with the user who made each change.
   *
   * Required permission: `users:update`.
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
     * Id of the user
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
   * Count the records that a user owns
   * These records would be transferred, and they prevent the deletion of the user.
   *
   * Required permission: `users:transfer`.
   * @returns OwnedRecordsView Success
   * @throws ApiError
   */
  public countOwnedRecords({
    id,
  }: {
    /**
     * Id of the user
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
   * Reactivate a deactivated user
   * Required permission: `users:update`.
   * @returns UserView Success
   * @throws ApiError
   */
  public reactivate({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Resend an invitation
   * Sends a new link to a user who has not accepted the invitation. The previous link becomes invalid.
   *
   * Required permission: `users:create`.
   * @returns UserView Success
   * @throws ApiError
   */
  public resendInvitation({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/{id}/resend-invitation',
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
   * Restore a deleted user
   * Rejected if another user has the same e-mail address now. Sessions and API keys are not restored.
   *
   * Required permission: `users:update`.
   * @returns UserView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<UserView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/users/{id}/restore',
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
   * Set the roles of a user
   * The caller can add or remove a role only with all permissions of that role. The last administrator cannot lose the role `admin`.
   *
   * Required permission: `users:manage-roles`.
   * @returns UserView Success
   * @throws ApiError
   */
  public setRoles({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the user
     */
    id: string,
    requestBody: UserRolesChange,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Remove the second factor of a user
   * For users who lost their authenticator.
   *
   * Required permission: `users:update`.
   * @returns void
   * @throws ApiError
   */
  public resetTotp({
    id,
  }: {
    /**
     * Id of the user
     */
    id: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/users/{id}/totp',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Transfer all records of a user
   * Each record is reassigned to the new owner. Needs access scope `all`, and the `update` permission for each record type.
   *
   * Required permission: `users:transfer`.
   * @returns RecordTransferView Accepted
   * @throws ApiError
   */
  public transferRecords({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * Id of the user
     */
    id: string,
    requestBody: RecordTransfer,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
