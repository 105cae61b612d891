/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { NewWebhookView } from '../models/NewWebhookView';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { WebhookCreate } from '../models/WebhookCreate';
import type { WebhookDeliveryDetailView } from '../models/WebhookDeliveryDetailView';
import type { WebhookDeliveryPage } from '../models/WebhookDeliveryPage';
import type { WebhookDeliverySort } from '../models/WebhookDeliverySort';
import type { WebhookDeliveryStatus } from '../models/WebhookDeliveryStatus';
import type { WebhookDisabledReason } from '../models/WebhookDisabledReason';
import type { WebhookPage } from '../models/WebhookPage';
import type { WebhookRecovery } from '../models/WebhookRecovery';
import type { WebhookRecoveryView } from '../models/WebhookRecoveryView';
import type { WebhookSecretRotation } from '../models/WebhookSecretRotation';
import type { WebhookSort } from '../models/WebhookSort';
import type { WebhookStatsView } from '../models/WebhookStatsView';
import type { WebhookUpdate } from '../models/WebhookUpdate';
import type { WebhookView } from '../models/WebhookView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class WebhooksResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Get a webhook delivery
   * Includes the request body and all attempts with response and duration. Only for callers who may see the event.
   *
   * Required permission: `webhooks:read`.
   * @returns WebhookDeliveryDetailView Success
   * @throws ApiError
   */
  public getDelivery({
    id,
  }: {
    /**
     * Id of the webhook delivery
     */
    id: string,
  }): CancelablePromise<WebhookDeliveryDetailView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/webhook-deliveries/{id}',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Resend a webhook delivery
   * Sends the same id and body with a new signature. The schedule of automatic attempts does not change.
   *
   * Required permission: `webhooks:update`.
   * @returns WebhookDeliveryDetailView Accepted
   * @throws ApiError
   */
  public resendDelivery({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the webhook delivery
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<WebhookDeliveryDetailView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhook-deliveries/{id}/resend',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * List webhooks
   * Default order: newest first.
   *
   * Required permission: `webhooks:read`.
   * @returns WebhookPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    enabled,
    events,
    disabledReason,
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
    sort?: Array<WebhookSort>,
    /**
     * True for enabled webhooks only, false for disabled webhooks only
     */
    enabled?: boolean,
    /**
     * Entries of `events`, as stored in the webhook; repeat to match any of several
     */
    events?: Array<string>,
    /**
     * Reasons for disabling; repeat to match any of several
     */
    disabledReason?: Array<WebhookDisabledReason>,
    /**
     * Creation time
     */
    createdAt?: TimestampFilter,
    /**
     * Whether to return deleted webhooks instead of active webhooks
     */
    deleted?: boolean,
  }): CancelablePromise<WebhookPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/webhooks',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'enabled': enabled,
        'events': events,
        'disabledReason': disabledReason,
        'createdAt': createdAt,
        'deleted': deleted,
      },
    });
  }
  /**
   * Create a webhook
   * The caller needs the permission to see the selected events. The response contains the secret, which is not shown again.
   *
   * Required permission: `webhooks:create`.
   * @returns NewWebhookView Created
   * @throws ApiError
   */
  public create({
    requestBody,
  }: {
    requestBody: WebhookCreate,
  }): CancelablePromise<NewWebhookView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get a webhook
   * Secrets are not included.
   *
   * Required permission: `webhooks:read`.
   * @returns WebhookView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the webhook
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
     */
    ifNoneMatch?: string,
  }): CancelablePromise<WebhookView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/webhooks/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Update a webhook
   * Omitted fields are unchanged; headers are merged. A `url` with another origin deletes all headers that are not set in the same request. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `webhooks:update`.
   * @returns WebhookView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the webhook
     */
    id: string,
    requestBody: WebhookUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<WebhookView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/webhooks/{id}',
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
   * Delete a webhook
   * Pending deliveries are cancelled. The webhook can be restored.
   *
   * Required permission: `webhooks:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the webhook
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/webhooks/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * List the deliveries of a webhook
   * Default order: newest first. Includes pending deliveries.
   *
   * Required permission: `webhooks:read`.
   * @returns WebhookDeliveryPage Success
   * @throws ApiError
   */
  public listDeliveries({
    id,
    limit,
    cursor,
    count,
    sort,
    status,
    eventType,
    isTest,
    createdAt,
  }: {
    /**
     * Id of the webhook
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
    sort?: Array<WebhookDeliverySort>,
    /**
     * Delivery statuses; repeat to match any of several
     */
    status?: Array<WebhookDeliveryStatus>,
    /**
     * Exact event types; repeat to match any of several
     */
    eventType?: Array<string>,
    /**
     * True for tests only, false for all others
     */
    isTest?: boolean,
    /**
     * Creation time
     */
    createdAt?: TimestampFilter,
  }): CancelablePromise<WebhookDeliveryPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/webhooks/{id}/deliveries',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'status': status,
        'eventType': eventType,
        'isTest': isTest,
        'createdAt': createdAt,
      },
    });
  }
  /**
   * Disable a webhook
   * Pending deliveries and new events are stored as `skipped`.
   *
   * Required permission: `webhooks:update`.
   * @returns WebhookView Success
   * @throws ApiError
   */
  public disable({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the webhook
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
  }): CancelablePromise<WebhookView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks/{id}/disable',
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
   * Enable a webhook
   * Use `recover` to resend the events that were skipped.
   *
   * Required permission: `webhooks:update`.
   * @returns WebhookView Success
   * @throws ApiError
   */
  public enable({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the webhook
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
  }): CancelablePromise<WebhookView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks/{id}/enable',
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
   * List the changes of a webhook
   * Newest first, with the user who made each change. Includes changes of secrets, without their values.
   *
   * Required permission: `webhooks:read`.
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
     * Id of the webhook
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
      url: '/api/v1/webhooks/{id}/history',
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
   * Resend failed or skipped deliveries
   * Resends at most 10,000 deliveries of a period, oldest first and after all other deliveries.
   *
   * Required permission: `webhooks:update`.
   * @returns WebhookRecoveryView Accepted
   * @throws ApiError
   */
  public recover({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * Id of the webhook
     */
    id: string,
    requestBody: WebhookRecovery,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<WebhookRecoveryView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks/{id}/recover',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Restore a deleted webhook
   * The webhook is enabled or disabled as before.
   *
   * Required permission: `webhooks:update`.
   * @returns WebhookView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the webhook
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
  }): CancelablePromise<WebhookView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks/{id}/restore',
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
   * Rotate the signing secret of a webhook
   * The response contains the new secret, which is not shown again. The previous secret also signs for `overlapDays`, default 1.
   *
   * Required permission: `webhooks:update`.
   * @returns NewWebhookView Success
   * @throws ApiError
   */
  public rotateSecret({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the webhook
     */
    id: string,
    requestBody: WebhookSecretRotation,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<NewWebhookView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks/{id}/rotate-secret',
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
   * Get delivery statistics of a webhook
   * Returns the number of attempts, the success rate and durations. Tests are not counted.
   *
   * Required permission: `webhooks:read`.
   * @returns WebhookStatsView Success
   * @throws ApiError
   */
  public getStats({
    id,
    hours,
  }: {
    /**
     * Id of the webhook
     */
    id: string,
    /**
     * Number of hours to count back, 1 to 720; default 24
     */
    hours?: number,
  }): CancelablePromise<WebhookStatsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/webhooks/{id}/stats',
      path: {
        'id': id,
      },
      query: {
        'hours': hours,
      },
    });
  }
  /**
   * Send a test event to a webhook
   * Sends `webhook.test` at once, even if the webhook is disabled, and returns the result. A failed test is not retried.
   *
   * Required permission: `webhooks:update`.
   * @returns WebhookDeliveryDetailView Success
   * @throws ApiError
   */
  public test({
    id,
    idempotencyKey,
  }: {
    /**
     * Id of the webhook
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<WebhookDeliveryDetailView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks/{id}/test',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
}
