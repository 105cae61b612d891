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
   * Lists all settings by name, on one page. Secrets say only whether they are set.
   *
   * Needs `settings:read`.
   * @returns SettingPage Done.
   * @throws ApiError
   */
  public list(): CancelablePromise<SettingPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/settings',
    });
  }
  /**
   * Gets one setting.
   *
   * Needs `settings:read`.
   * @returns SettingView Done.
   * @throws ApiError
   */
  public get({
    key,
  }: {
    /**
     * The name of the setting.
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
   * Sets a setting; null goes back to the default.
   *
   * Needs `settings:manage`.
   * @returns SettingView Done.
   * @throws ApiError
   */
  public update({
    key,
    requestBody,
  }: {
    /**
     * The name of the setting.
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
   * Lists how a setting was changed, newest first, with who did it. Of a secret only that it was.
   *
   * Needs `settings:read`.
   * @returns HistoryEntryPage Done.
   * @throws ApiError
   */
  public history({
    key,
    limit,
    cursor,
    count,
  }: {
    /**
     * The name of the setting.
     */
    key: string,
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
