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
   * Lists what concerned security, of everybody, newest first unless `sort` says otherwise.
   *
   * Needs `security-logs:read`.
   * @returns SecurityLogPage Done.
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
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<SecurityLogSort>,
    /**
     * Any of these.
     */
    event?: Array<SecurityEvent>,
    /**
     * Any of these.
     */
    severity?: Array<Severity>,
    /**
     * By the time.
     */
    createdAt?: TimestampFilter,
    /**
     * Of any of these users.
     */
    userId?: Array<string>,
    /**
     * Of any of these e-mail addresses, known or tried.
     */
    userEmail?: Array<string>,
    /**
     * From any of these addresses.
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
   * Lists what concerned the caller's own security: logins, refusals, changes of password and keys.
   *
   * Needs a credential, and no permission.
   * @returns SecurityLogPage Done.
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
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<SecurityLogSort>,
    /**
     * Any of these.
     */
    event?: Array<SecurityEvent>,
    /**
     * Any of these.
     */
    severity?: Array<Severity>,
    /**
     * By the time.
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
   * Gives one entry of the security log.
   *
   * Needs `security-logs:read`.
   * @returns SecurityLogView Done.
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * The id of the record.
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
