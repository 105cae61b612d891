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
   * List retention policies
   * All on one page.
   *
   * Required permission: `retention:read`.
   * @returns RetentionPolicyPage Success
   * @throws ApiError
   */
  public list(): CancelablePromise<RetentionPolicyPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/retention-policies',
    });
  }
  /**
   * Get a retention policy
   * Required permission: `retention:read`.
   * @returns RetentionPolicyView Success
   * @throws ApiError
   */
  public get({
    kind,
    ifNoneMatch,
  }: {
    /**
     * Record type
     */
    kind: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update a retention policy
   * With a shorter period, more records are permanently deleted in the following night.
   *
   * Required permission: `retention:manage`.
   * @returns RetentionPolicyView Success
   * @throws ApiError
   */
  public update({
    kind,
    requestBody,
    ifMatch,
  }: {
    /**
     * Record type
     */
    kind: string,
    requestBody: RetentionPolicyUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Test a retention policy
   * Counts the records that would be deleted now, without deleting them.
   *
   * Required permission: `retention:read`.
   * @returns RetentionRunView Success
   * @throws ApiError
   */
  public dryRun({
    kind,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * Record type
     */
    kind: string,
    requestBody: RetentionDryRun,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<RetentionRunView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/retention-policies/{kind}/dry-run',
      path: {
        'kind': kind,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
}
