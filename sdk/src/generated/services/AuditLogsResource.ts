/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditAction } from '../models/AuditAction';
import type { AuditLogPage } from '../models/AuditLogPage';
import type { AuditLogSort } from '../models/AuditLogSort';
import type { AuditLogView } from '../models/AuditLogView';
import type { CountMode } from '../models/CountMode';
import type { SearchRequest } from '../models/SearchRequest';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class AuditLogsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists who did what to which record, newest first unless `sort` says otherwise.
   *
   * Needs `audit:read`.
   * @returns AuditLogPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    action,
    resourceType,
    resourceId,
    userId,
    apiKeyId,
    requestId,
    createdAt,
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
     * Any of these deeds.
     */
    action?: Array<AuditAction>,
    /**
     * Done to any of these kinds of records.
     */
    resourceType?: Array<string>,
    /**
     * Done to any of these records.
     */
    resourceId?: Array<string>,
    /**
     * Done by any of these users, also through API keys of theirs.
     */
    userId?: Array<string>,
    /**
     * Done with any of these API keys.
     */
    apiKeyId?: Array<string>,
    /**
     * Done in any of these requests.
     */
    requestId?: Array<string>,
    /**
     * By the time. It also bounds how many months are looked at.
     */
    createdAt?: TimestampFilter,
    /**
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<AuditLogSort>,
  }): CancelablePromise<AuditLogPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/audit-logs',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'action': action,
        'resourceType': resourceType,
        'resourceId': resourceId,
        'userId': userId,
        'apiKeyId': apiKeyId,
        'requestId': requestId,
        'createdAt': createdAt,
        'sort': sort,
      },
    });
  }
  /**
   * Lists entries of the audit log by a filter of any depth. There is no text search.
   *
   * Needs `audit:read`.
   * @returns AuditLogPage Done.
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: SearchRequest,
  }): CancelablePromise<AuditLogPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/audit-logs/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one entry of the audit log.
   *
   * Needs `audit:read`.
   * @returns AuditLogView Done.
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<AuditLogView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/audit-logs/{id}',
      path: {
        'id': id,
      },
    });
  }
}
