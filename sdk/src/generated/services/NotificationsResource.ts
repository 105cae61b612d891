/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { MergeTagsView } from '../models/MergeTagsView';
import type { NotificationChannelCreate } from '../models/NotificationChannelCreate';
import type { NotificationChannelPage } from '../models/NotificationChannelPage';
import type { NotificationChannelSort } from '../models/NotificationChannelSort';
import type { NotificationChannelType } from '../models/NotificationChannelType';
import type { NotificationChannelUpdate } from '../models/NotificationChannelUpdate';
import type { NotificationChannelView } from '../models/NotificationChannelView';
import type { NotificationDeliveryPage } from '../models/NotificationDeliveryPage';
import type { NotificationDeliverySort } from '../models/NotificationDeliverySort';
import type { NotificationDeliveryStatus } from '../models/NotificationDeliveryStatus';
import type { NotificationDeliveryView } from '../models/NotificationDeliveryView';
import type { NotificationDisabledReason } from '../models/NotificationDisabledReason';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class NotificationsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists notification channels, newest first unless `sort` says otherwise.
   *
   * Needs `notification-channels:read`.
   * @returns NotificationChannelPage Done.
   * @throws ApiError
   */
  public listChannels({
    limit,
    cursor,
    count,
    sort,
    type,
    enabled,
    disabledReason,
    events,
    createdAt,
    deleted,
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
    sort?: Array<NotificationChannelSort>,
    /**
     * Channels of any of these services.
     */
    type?: Array<NotificationChannelType>,
    /**
     * Only channels that are told things, or only those that are not.
     */
    enabled?: boolean,
    /**
     * Channels that are disabled for any of these reasons.
     */
    disabledReason?: Array<NotificationDisabledReason>,
    /**
     * Channels that list any of these, as they stand in `events`.
     */
    events?: Array<string>,
    /**
     * By the time of making.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted channels instead of living ones.
     */
    deleted?: boolean,
  }): CancelablePromise<NotificationChannelPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/notification-channels',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'type': type,
        'enabled': enabled,
        'disabledReason': disabledReason,
        'events': events,
        'createdAt': createdAt,
        'deleted': deleted,
      },
    });
  }
  /**
   * Makes a notification channel: from now on it is told of its events, which the caller must be allowed to see.
   *
   * Needs `notification-channels:create`.
   * @returns NotificationChannelView Made.
   * @throws ApiError
   */
  public createChannel({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: NotificationChannelCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-channels',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists the merge tags that a template may hold.
   *
   * Needs `notification-channels:read`.
   * @returns MergeTagsView Done.
   * @throws ApiError
   */
  public listMergeTags(): CancelablePromise<MergeTagsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/notification-channels/merge-tags',
    });
  }
  /**
   * Gives one notification channel.
   *
   * Needs `notification-channels:read`.
   * @returns NotificationChannelView Done.
   * @throws ApiError
   */
  public getChannel({
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
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/notification-channels/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Changes a notification channel: absent fields stay. With `If-Match` a stale copy is refused.
   *
   * Needs `notification-channels:update`.
   * @returns NotificationChannelView Done.
   * @throws ApiError
   */
  public updateChannel({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: NotificationChannelUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/notification-channels/{id}',
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
   * Deletes a notification channel; it can be restored. What waits is not sent any more.
   *
   * Needs `notification-channels:delete`.
   * @returns void
   * @throws ApiError
   */
  public removeChannel({
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
      url: '/api/v1/notification-channels/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Lists what was sent through a notification channel and what was not, newest first.
   *
   * Needs `notification-channels:read`.
   * @returns NotificationDeliveryPage Done.
   * @throws ApiError
   */
  public listDeliveries({
    id,
    limit,
    cursor,
    count,
    sort,
    status,
    event,
    createdAt,
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
    /**
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<NotificationDeliverySort>,
    /**
     * Deliveries with any of these fates.
     */
    status?: Array<NotificationDeliveryStatus>,
    /**
     * Deliveries of any of these events.
     */
    event?: Array<string>,
    /**
     * By the time of coming to be.
     */
    createdAt?: TimestampFilter,
  }): CancelablePromise<NotificationDeliveryPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/notification-channels/{id}/deliveries',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'status': status,
        'event': event,
        'createdAt': createdAt,
      },
    });
  }
  /**
   * Disables a notification channel. What waits is not sent any more.
   *
   * Needs `notification-channels:update`.
   * @returns NotificationChannelView Done.
   * @throws ApiError
   */
  public disableChannel({
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
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-channels/{id}/disable',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Enables a notification channel and forgets what went wrong before.
   *
   * Needs `notification-channels:update`.
   * @returns NotificationChannelView Done.
   * @throws ApiError
   */
  public enableChannel({
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
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-channels/{id}/enable',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Lists what was changed of a notification channel, newest first, with who did it. No secret is shown.
   *
   * Needs `notification-channels:read`.
   * @returns HistoryEntryPage Done.
   * @throws ApiError
   */
  public getChannelHistory({
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
      url: '/api/v1/notification-channels/{id}/history',
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
   * Restores a deleted notification channel.
   *
   * Needs `notification-channels:update`.
   * @returns NotificationChannelView Done.
   * @throws ApiError
   */
  public restoreChannel({
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
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-channels/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Sends a test message at once, enabled or not, and gives what became of it.
   *
   * Needs `notification-channels:update`.
   * @returns NotificationDeliveryView Done.
   * @throws ApiError
   */
  public testChannel({
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
  }): CancelablePromise<NotificationDeliveryView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-channels/{id}/test',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Gives one delivery.
   *
   * Needs `notification-channels:read`.
   * @returns NotificationDeliveryView Done.
   * @throws ApiError
   */
  public getDelivery({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<NotificationDeliveryView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/notification-deliveries/{id}',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Sends a delivery again, alone, with all its attempts.
   *
   * Needs `notification-channels:update`.
   * @returns NotificationDeliveryView Done.
   * @throws ApiError
   */
  public resendDelivery({
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
  }): CancelablePromise<NotificationDeliveryView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-deliveries/{id}/resend',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
