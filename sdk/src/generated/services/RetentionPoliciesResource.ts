/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RetentionDryRun } from '../models/RetentionDryRun';
import type { RetentionPolicyPage } from '../models/RetentionPolicyPage';
import type { RetentionPolicyUpdate } from '../models/RetentionPolicyUpdate';
import type { RetentionPolicyView } from '../models/RetentionPolicyView';
import type { RetentionRunView } from '../models/RetentionRunView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class RetentionPoliciesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists for how long each kind of records is kept, on one page.
   *
   * Needs `retention:read`.
   * @returns RetentionPolicyPage Done.
   * @throws ApiError
   */
  public list(): CancelablePromise<RetentionPolicyPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/retention-policies',
    });
  }
  /**
   * Gives the policy of one kind of records.
   *
   * Needs `retention:read`.
   * @returns RetentionPolicyView Done.
   * @throws ApiError
   */
  public get({
    kind,
    ifNoneMatch,
  }: {
    /**
     * The kind of records.
     */
    kind: string,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
     */
    ifNoneMatch?: string,
  }): CancelablePromise<RetentionPolicyView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/retention-policies/{kind}',
      path: {
        'kind': kind,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Changes for how long records are kept. Fewer days remove more, next night, for good.
   *
   * Needs `retention:manage`.
   * @returns RetentionPolicyView Done.
   * @throws ApiError
   */
  public update({
    kind,
    requestBody,
    ifMatch,
  }: {
    /**
     * The kind of records.
     */
    kind: string,
    requestBody: RetentionPolicyUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<RetentionPolicyView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/retention-policies/{kind}',
      path: {
        'kind': kind,
      },
      headers: {
        'If-Match': ifMatch,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts what would be removed now, and removes nothing.
   *
   * Needs `retention:read`.
   * @returns RetentionRunView Done.
   * @throws ApiError
   */
  public preview({
    kind,
    requestBody,
  }: {
    /**
     * The kind of records.
     */
    kind: string,
    requestBody: RetentionDryRun,
  }): CancelablePromise<RetentionRunView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/retention-policies/{kind}/dry-run',
      path: {
        'kind': kind,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
}
