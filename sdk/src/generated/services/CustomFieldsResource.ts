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
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class CustomFieldsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists custom fields, by position unless `sort` says otherwise.
   *
   * Needs `custom-fields:read`.
   * @returns CustomFieldPage Done.
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
     * The order; `-` before a field means descending. By position when left out.
     */
    sort?: Array<CustomFieldSort>,
    /**
     * Fields of these kinds of records.
     */
    resource?: Array<CustomFieldResource>,
    /**
     * Fields of these types.
     */
    type?: Array<CustomFieldType>,
    /**
     * Only archived ones, or only those that are not; all when left out.
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
   * Gives records of one kind a field. From the first one on, such records take no values under other keys.
   *
   * Needs `custom-fields:manage`.
   * @returns CustomFieldView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: CustomFieldCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Puts the fields of one kind of records into another order.
   *
   * Needs `custom-fields:manage`.
   * @returns CustomFieldOrderView Done.
   * @throws ApiError
   */
  public order({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: CustomFieldOrder,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Gives one custom field.
   *
   * Needs `custom-fields:read`.
   * @returns CustomFieldView Done.
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
   * Changes a custom field: absent fields stay, null clears. Marked filterable again, an index that failed is built anew.
   *
   * Needs `custom-fields:manage`.
   * @returns CustomFieldView Done.
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
    requestBody: CustomFieldUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Deletes the definition for good. Records keep what they hold under its key, which cannot be written any more.
   *
   * Needs `custom-fields:manage`.
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
   * Archives a custom field: records keep their values, and it cannot be written any more.
   *
   * Needs `custom-fields:manage`.
   * @returns CustomFieldView Done.
   * @throws ApiError
   */
  public archive({
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
  }): CancelablePromise<CustomFieldView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/custom-fields/{id}/archive',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Lists what was changed of a custom field, newest first, with who did it.
   *
   * Needs `custom-fields:read`.
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
   * Takes a custom field out of the archive.
   *
   * Needs `custom-fields:manage`.
   * @returns CustomFieldView Done.
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
  }): CancelablePromise<CustomFieldView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/custom-fields/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
