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
export class NotificationChannelsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List notification channels
   * Default order: newest first.
   *
   * Required permission: `notification-channels:read`.
   * @returns NotificationChannelPage Success
   * @throws ApiError
   */
  public list({
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
    sort?: Array<NotificationChannelSort>,
    /**
     * Services; repeat to match any of several
     */
    type?: Array<NotificationChannelType>,
    /**
     * True for enabled channels only, false for disabled channels only
     */
    enabled?: boolean,
    /**
     * Reasons for disabling; repeat to match any of several
     */
    disabledReason?: Array<NotificationDisabledReason>,
    /**
     * Entries of `events`, as stored in the channel; repeat to match any of several
     */
    events?: Array<string>,
    /**
     * Creation time
     */
    createdAt?: TimestampFilter,
    /**
     * Whether to return deleted channels instead of active channels
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
   * Create a notification channel
   * The caller needs the permission to see the selected events.
   *
   * Required permission: `notification-channels:create`.
   * @returns NotificationChannelView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: NotificationChannelCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * List the merge tags for templates
   * Required permission: `notification-channels:read`.
   * @returns MergeTagsView Success
   * @throws ApiError
   */
  public listMergeTags(): CancelablePromise<MergeTagsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/notification-channels/merge-tags',
    });
  }
  /**
   * Get a notification channel
   * Required permission: `notification-channels:read`.
   * @returns NotificationChannelView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the notification channel
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update a notification channel
   * Omitted fields are unchanged. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `notification-channels:update`.
   * @returns NotificationChannelView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the notification channel
     */
    id: string,
    requestBody: NotificationChannelUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Delete a notification channel
   * Pending messages are not sent. The channel can be restored.
   *
   * Required permission: `notification-channels:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the notification channel
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * List the deliveries of a notification channel
   * Newest first, including failed and skipped deliveries.
   *
   * Required permission: `notification-channels:read`.
   * @returns NotificationDeliveryPage Success
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
     * Id of the notification channel
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
    /**
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<NotificationDeliverySort>,
    /**
     * Delivery statuses; repeat to match any of several
     */
    status?: Array<NotificationDeliveryStatus>,
    /**
     * Event types; repeat to match any of several
     */
    event?: Array<string>,
    /**
     * Creation time
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
   * Disable a notification channel
   * Pending messages are not sent.
   *
   * Required permission: `notification-channels:update`.
   * @returns NotificationChannelView Success
   * @throws ApiError
   */
  public disable({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the notification channel
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
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-channels/{id}/disable',
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
   * Enable a notification channel
   * Clears the recorded errors.
   *
   * Required permission: `notification-channels:update`.
   * @returns NotificationChannelView Success
   * @throws ApiError
   */
  public enable({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the notification channel
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
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-channels/{id}/enable',
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
   * List the changes of a notification channel
   * Newest first, with the user who made each change. Secrets are not shown.
   *
   * Required permission: `notification-channels:read`.
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
     * Id of the notification channel
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
   * Restore a deleted notification channel
   * Required permission: `notification-channels:update`.
   * @returns NotificationChannelView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the notification channel
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
  }): CancelablePromise<NotificationChannelView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/notification-channels/{id}/restore',
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
   * Send a test message
   * Sends the message at once, even if the channel is disabled, and returns the result.
   *
   * Required permission: `notification-channels:update`.
   * @returns NotificationDeliveryView Success
   * @throws ApiError
   */
  public test({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the notification channel
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Get a notification delivery
   * Required permission: `notification-channels:read`.
   * @returns NotificationDeliveryView Success
   * @throws ApiError
   */
  public getDelivery({
    id,
  }: {
    /**
     * Id of the notification delivery
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
   * Resend a notification delivery
   * Sends the message on its own, not in a digest, with a new series of attempts.
   *
   * Required permission: `notification-channels:update`.
   * @returns NotificationDeliveryView Success
   * @throws ApiError
   */
  public resendDelivery({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the notification delivery
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
