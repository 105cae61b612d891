/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { CustomFieldCreate } from '../models/CustomFieldCreate';
import type { CustomFieldOrder } from '../models/CustomFieldOrder';
import type { CustomFieldOrderView } from '../models/CustomFieldOrderView';
import type { CustomFieldPage } from '../models/CustomFieldPage';
import type { CustomFieldResource } from '../models/CustomFieldResource';
import type { CustomFieldSort } from '../models/CustomFieldSort';
import type { CustomFieldType } from '../models/CustomFieldType';
import type { CustomFieldUpdate } from '../models/CustomFieldUpdate';
import type { CustomFieldView } from '../models/CustomFieldView';
import type { FieldDependentsView } from '../models/FieldDependentsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class CustomFieldsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List custom fields
   * Default order: by position.
   *
   * Required permission: `custom-fields:read`.
   * @returns CustomFieldPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    resource,
    type,
    isArchived,
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
     * Sort order; `-` before a field means descending. Default: by position.
     */
    sort?: Array<CustomFieldSort>,
    /**
     * Record types; repeat to match any of several
     */
    resource?: Array<CustomFieldResource>,
    /**
     * Field types; repeat to match any of several
     */
    type?: Array<CustomFieldType>,
    /**
     * True for archived fields only, false for all others; default: both
     */
    isArchived?: boolean,
  }): CancelablePromise<CustomFieldPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/custom-fields',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'resource': resource,
        'type': type,
        'isArchived': isArchived,
      },
    });
  }
  /**
   * Create a custom field
   * As soon as a record type has a custom field, values under other keys are rejected.
   *
   * Required permission: `custom-fields:manage`.
   * @returns CustomFieldView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: CustomFieldCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<CustomFieldView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/custom-fields',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Reorder the custom fields of a record type
   * Required permission: `custom-fields:manage`.
   * @returns CustomFieldOrderView Success
   * @throws ApiError
   */
  public reorder({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: CustomFieldOrder,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<CustomFieldOrderView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/custom-fields/order',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get a custom field
   * Required permission: `custom-fields:read`.
   * @returns CustomFieldView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the custom field
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
     */
    ifNoneMatch?: string,
  }): CancelablePromise<CustomFieldView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/custom-fields/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Update a custom field
   * Omitted fields are unchanged; null clears a field. Setting `isFilterable` again rebuilds a failed index.
   *
   * Required permission: `custom-fields:manage`.
   * @returns CustomFieldView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the custom field
     */
    id: string,
    requestBody: CustomFieldUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<CustomFieldView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/custom-fields/{id}',
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
   * Delete a custom field permanently
   * Deletes the definition. Records keep their stored values, which can no longer be written.
   *
   * Required permission: `custom-fields:manage`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the custom field
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/custom-fields/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Archive a custom field
   * Records keep their values, which can no longer be written.
   *
   * Required permission: `custom-fields:manage`.
   * @returns CustomFieldView Success
   * @throws ApiError
   */
  public archive({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the custom field
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
  }): CancelablePromise<CustomFieldView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/custom-fields/{id}/archive',
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
   * List what uses a custom field
   * Saved views, webhooks, notification channels and scoring rules of all users that stop working when the field is deleted.
   *
   * Required permission: `custom-fields:manage`.
   * @returns FieldDependentsView Success
   * @throws ApiError
   */
  public listDependents({
    id,
  }: {
    /**
     * Id of the custom field
     */
    id: string,
  }): CancelablePromise<FieldDependentsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/custom-fields/{id}/dependents',
      path: {
        'id': id,
      },
    });
  }
  /**
   * List the changes of a custom field
   * Newest first, with the user who made each change.
   *
   * Required permission: `custom-fields:read`.
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
     * Id of the custom field
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
      url: '/api/v1/custom-fields/{id}/history',
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
   * Restore an archived custom field
   * Required permission: `custom-fields:manage`.
   * @returns CustomFieldView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the custom field
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
  }): CancelablePromise<CustomFieldView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/custom-fields/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
    });
  }
}
