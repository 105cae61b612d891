/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { SecurityEvent } from '../models/SecurityEvent';
import type { SecurityLogPage } from '../models/SecurityLogPage';
import type { SecurityLogSort } from '../models/SecurityLogSort';
import type { SecurityLogView } from '../models/SecurityLogView';
import type { Severity } from '../models/Severity';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class SecurityLogsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List security log entries of all users
   * Default order: newest first.
   *
   * Required permission: `security-logs:read`.
   * @returns SecurityLogPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    event,
    severity,
    createdAt,
    userId,
    userEmail,
    ipAddress,
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
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<SecurityLogSort>,
    /**
     * Security event types; repeat to match any of several
     */
    event?: Array<SecurityEvent>,
    /**
     * Severities; repeat to match any of several
     */
    severity?: Array<Severity>,
    /**
     * Time of the event
     */
    createdAt?: TimestampFilter,
    /**
     * Ids of users; repeat to match any of several
     */
    userId?: Array<string>,
    /**
     * E-mail addresses of accounts, or addresses that were entered; repeat to match any of several
     */
    userEmail?: Array<string>,
    /**
     * IP addresses; repeat to match any of several
     */
    ipAddress?: Array<string>,
  }): CancelablePromise<SecurityLogPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/security-logs',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'event': event,
        'severity': severity,
        'createdAt': createdAt,
        'userId': userId,
        'userEmail': userEmail,
        'ipAddress': ipAddress,
      },
    });
  }
  /**
   * List your own security log entries
   * Includes sign-ins, rejected requests, and changes of passwords and keys.
   *
   * Requires a credential, but no permission.
   * @returns SecurityLogPage Success
   * @throws ApiError
   */
  public listMine({
    limit,
    cursor,
    count,
    sort,
    event,
    severity,
    createdAt,
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
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<SecurityLogSort>,
    /**
     * Security event types; repeat to match any of several
     */
    event?: Array<SecurityEvent>,
    /**
     * Severities; repeat to match any of several
     */
    severity?: Array<Severity>,
    /**
     * Time of the event
     */
    createdAt?: TimestampFilter,
  }): CancelablePromise<SecurityLogPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/security-logs/mine',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'event': event,
        'severity': severity,
        'createdAt': createdAt,
      },
    });
  }
  /**
   * Get a security log entry
   * Required permission: `security-logs:read`.
   * @returns SecurityLogView Success
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * Id of the security log entry
     */
    id: string,
  }): CancelablePromise<SecurityLogView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/security-logs/{id}',
      path: {
        'id': id,
      },
    });
  }
}
