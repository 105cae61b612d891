/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AccessExplanationView } from '../models/AccessExplanationView';
import type { AccessView } from '../models/AccessView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class AccessResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Says whether a user may do something, also to one record, and names the rule that decides. One's own access needs no permission, that of others `roles:read`. Of a record that the caller does not see, it says nothing but that it is not found.
   *
   * Needs a credential, and no permission.
   * @returns AccessExplanationView Done.
   * @throws ApiError
   */
  public explain({
    permission,
    resource,
    id,
    userId,
    apiKeyId,
  }: {
    /**
     * What is to be done.
     */
    permission: string,
    /**
     * The kind of record it is to be done to, with `id`: one that not everybody sees all of, such as `leads` or `activities`.
     */
    resource?: string,
    /**
     * The record.
     */
    id?: string,
    /**
     * The user who is to do it; the caller when left out.
     */
    userId?: string,
    /**
     * The API key of the user by which it is to be done; the caller's own when left out and the user is the caller.
     */
    apiKeyId?: string,
  }): CancelablePromise<AccessExplanationView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/access/explain',
      query: {
        'permission': permission,
        'resource': resource,
        'id': id,
        'userId': userId,
        'apiKeyId': apiKeyId,
      },
    });
  }
  /**
   * Gives what the caller may: by which roles, on whose records, and what the key that they came with leaves of it.
   *
   * Needs a credential, and no permission.
   * @returns AccessView Done.
   * @throws ApiError
   */
  public me(): CancelablePromise<AccessView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/access/me',
    });
  }
}
