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
   * Explain an access decision
   * Returns whether a user may perform an action, also on one record, and the rule that decides. Your own access needs no permission; the access of others needs `roles:read`. A record that the caller cannot see is reported as not found.
   *
   * Requires a credential, but no permission.
   * @returns AccessExplanationView Success
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
     * Permission to check
     */
    permission: string,
    /**
     * Record type for `id`; only types with owners, such as `leads` or `activities`
     */
    resource?: string,
    /**
     * Id of the record
     */
    id?: string,
    /**
     * Id of the user; default: the caller
     */
    userId?: string,
    /**
     * Id of an API key of the user. Default: the key of the request, if the user is the caller.
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
   * Get your own access
   * Returns your roles, your access scope, and your permissions with this credential.
   *
   * Requires a credential, but no permission.
   * @returns AccessView Success
   * @throws ApiError
   */
  public getMine(): CancelablePromise<AccessView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/access/me',
    });
  }
}
