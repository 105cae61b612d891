/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { SettingPage } from '../models/SettingPage';
import type { SettingPut } from '../models/SettingPut';
import type { SettingView } from '../models/SettingView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class SettingsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List settings
   * All on one page, sorted by name. For secrets, only whether a value is set.
   *
   * Required permission: `settings:read`.
   * @returns SettingPage Success
   * @throws ApiError
   */
  public list(): CancelablePromise<SettingPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/settings',
    });
  }
  /**
   * Get a setting
   * Required permission: `settings:read`.
   * @returns SettingView Success
   * @throws ApiError
   */
  public get({
    key,
  }: {
    /**
     * Name of the setting
     */
    key: string,
  }): CancelablePromise<SettingView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/settings/{key}',
      path: {
        'key': key,
      },
    });
  }
  /**
   * Set a setting
   * Null resets the setting to its default. A URL with another origin deletes the secret that belongs to the old URL.
   *
   * Required permission: `settings:manage`.
   * @returns SettingView Success
   * @throws ApiError
   */
  public set({
    key,
    requestBody,
  }: {
    /**
     * Name of the setting
     */
    key: string,
    requestBody: SettingPut,
  }): CancelablePromise<SettingView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/settings/{key}',
      path: {
        'key': key,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * List the changes of a setting
   * Newest first, with the user who made each change. Values of secrets are not shown.
   *
   * Required permission: `settings:read`.
   * @returns HistoryEntryPage Success
   * @throws ApiError
   */
  public getHistory({
    key,
    limit,
    cursor,
    count,
  }: {
    /**
     * Name of the setting
     */
    key: string,
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
      url: '/api/v1/settings/{key}/history',
      path: {
        'key': key,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
      },
    });
  }
}
