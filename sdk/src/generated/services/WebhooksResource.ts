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
   * Gives one delivery with the body and every attempt: what was sent, what was answered, how long it took. Only to those who may see the event.
   *
   * Needs `webhooks:read`.
   * @returns WebhookDeliveryDetailView Done.
   * @throws ApiError
   */
  public getDelivery({
    id,
  }: {
    /**
     * The id of the record.
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
   * Sends a delivery once more, soon: the same id and bytes, signed anew. Its schedule stays as it is.
   *
   * Needs `webhooks:update`.
   * @returns WebhookDeliveryDetailView Accepted.
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
   * Lists webhooks, newest first unless `sort` says otherwise.
   *
   * Needs `webhooks:read`.
   * @returns WebhookPage Done.
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
    sort?: Array<WebhookSort>,
    /**
     * Only webhooks that are told something, or only those that are not.
     */
    enabled?: boolean,
    /**
     * Webhooks that list any of these in their events, as written there.
     */
    events?: Array<string>,
    /**
     * Disabled for any of these reasons.
     */
    disabledReason?: Array<WebhookDisabledReason>,
    /**
     * By the time of making.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted webhooks instead of living ones.
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
   * Makes a webhook, of events that the caller may see. Its secret is in this answer and never shown again.
   *
   * Needs `webhooks:create`.
   * @returns NewWebhookView Made.
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
   * Gives one webhook, without its secrets.
   *
   * Needs `webhooks:read`.
   * @returns WebhookView Done.
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
   * Changes a webhook: absent fields stay, headers are merged. With `If-Match` a stale copy is refused.
   *
   * Needs `webhooks:update`.
   * @returns WebhookView Done.
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
    requestBody: WebhookUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Deletes a webhook; it can be restored. What waits to be sent is cancelled.
   *
   * Needs `webhooks:delete`.
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
   * Lists what a webhook was sent, or is to be sent, newest first unless `sort` says otherwise.
   *
   * Needs `webhooks:read`.
   * @returns WebhookDeliveryPage Done.
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
    sort?: Array<WebhookDeliverySort>,
    /**
     * Deliveries that stand at any of these.
     */
    status?: Array<WebhookDeliveryStatus>,
    /**
     * Deliveries of any of these events, exactly.
     */
    eventType?: Array<string>,
    /**
     * Only tests, or none.
     */
    isTest?: boolean,
    /**
     * By the time of making.
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
   * Lets a webhook be told nothing for now. What waits and what happens meanwhile is kept as `skipped`.
   *
   * Needs `webhooks:update`.
   * @returns WebhookView Done.
   * @throws ApiError
   */
  public disable({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Lets a webhook be told again, whatever it was disabled for. What it missed can be sent with `recover`.
   *
   * Needs `webhooks:update`.
   * @returns WebhookView Done.
   * @throws ApiError
   */
  public enable({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Lists what was changed of a webhook and its secrets, newest first, with who did it. No secret is shown.
   *
   * Needs `webhooks:read`.
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
   * Sends a webhook again what failed or was skipped in a time, at most 10000 deliveries, the oldest first and behind everything else.
   *
   * Needs `webhooks:update`.
   * @returns WebhookRecoveryView Accepted.
   * @throws ApiError
   */
  public recover({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: WebhookRecovery,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Restores a deleted webhook, enabled or disabled as it was.
   *
   * Needs `webhooks:update`.
   * @returns WebhookView Done.
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
  }): CancelablePromise<WebhookView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Gives a webhook a new secret, shown once. The one before signs beside it for `overlapDays`, 1 by default.
   *
   * Needs `webhooks:update`.
   * @returns NewWebhookView Done.
   * @throws ApiError
   */
  public rotateSecret({
    id,
    requestBody,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: WebhookSecretRotation,
  }): CancelablePromise<NewWebhookView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/webhooks/{id}/rotate-secret',
      path: {
        'id': id,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts how a webhook fared of late: attempts, how many succeeded, how long they took. Tests do not count.
   *
   * Needs `webhooks:read`.
   * @returns WebhookStatsView Done.
   * @throws ApiError
   */
  public stats({
    id,
    hours,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * How many hours back, 1 to 720; 24 when left out.
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
   * Sends a webhook the event `webhook.test` at once and says how it went, also while it is disabled. It is not tried again.
   *
   * Needs `webhooks:update`.
   * @returns WebhookDeliveryDetailView Done.
   * @throws ApiError
   */
  public test({
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
