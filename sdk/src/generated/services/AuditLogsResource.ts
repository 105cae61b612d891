/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditAction } from '../models/AuditAction';
import type { AuditLogExportFormat } from '../models/AuditLogExportFormat';
import type { AuditLogPage } from '../models/AuditLogPage';
import type { AuditLogSearchRequest } from '../models/AuditLogSearchRequest';
import type { AuditLogSort } from '../models/AuditLogSort';
import type { AuditLogView } from '../models/AuditLogView';
import type { CountMode } from '../models/CountMode';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class AuditLogsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List audit log entries
   * Default order: newest first.
   *
   * Required permission: `audit:read`.
   * @returns AuditLogPage Success
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
     * Actions; repeat to match any of several
     */
    action?: Array<AuditAction>,
    /**
     * Resource types; repeat to match any of several
     */
    resourceType?: Array<string>,
    /**
     * Ids of records; repeat to match any of several
     */
    resourceId?: Array<string>,
    /**
     * Ids of users; repeat to match any of several. Includes actions by the API keys of these users.
     */
    userId?: Array<string>,
    /**
     * Ids of API keys; repeat to match any of several
     */
    apiKeyId?: Array<string>,
    /**
     * Ids of requests; repeat to match any of several
     */
    requestId?: Array<string>,
    /**
     * Time of the action; also limits how many months are searched
     */
    createdAt?: TimestampFilter,
    /**
     * Sort order; `-` before a field means descending. Default: newest first.
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
   * Export the audit log
   * Streams a file, newest first: one JSON object per line, or CSV. The export itself is recorded in the audit log.
   *
   * Required permission: `audit:export`.
   * @returns binary The exported file
   * @throws ApiError
   */
  public export({
    action,
    resourceType,
    resourceId,
    userId,
    apiKeyId,
    requestId,
    createdAt,
    format,
  }: {
    /**
     * Actions; repeat to match any of several
     */
    action?: Array<AuditAction>,
    /**
     * Resource types; repeat to match any of several
     */
    resourceType?: Array<string>,
    /**
     * Ids of records; repeat to match any of several
     */
    resourceId?: Array<string>,
    /**
     * Ids of users; repeat to match any of several. Includes actions by the API keys of these users.
     */
    userId?: Array<string>,
    /**
     * Ids of API keys; repeat to match any of several
     */
    apiKeyId?: Array<string>,
    /**
     * Ids of requests; repeat to match any of several
     */
    requestId?: Array<string>,
    /**
     * Time of the action; also limits how many months are searched
     */
    createdAt?: TimestampFilter,
    /**
     * File format: JSON Lines (one JSON object per line) or CSV
     */
    format?: AuditLogExportFormat,
  }): CancelablePromise<Blob> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/audit-logs/export',
      query: {
        'action': action,
        'resourceType': resourceType,
        'resourceId': resourceId,
        'userId': userId,
        'apiKeyId': apiKeyId,
        'requestId': requestId,
        'createdAt': createdAt,
        'format': format,
      },
    });
  }
  /**
   * Search the audit log with a filter
   * Text search is not available.
   *
   * Required permission: `audit:read`.
   * @returns AuditLogPage Success
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: AuditLogSearchRequest,
  }): CancelablePromise<AuditLogPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/audit-logs/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get an audit log entry
   * Required permission: `audit:read`.
   * @returns AuditLogView Success
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * Id of the audit log entry
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
