import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  Flag,
  FlagParameter,
  Id,
  Integer,
  Nested,
  NestedList,
  Nullable,
  NumberBetween,
  Optional,
  Text,
  TextsParameter,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { TimestampFilter } from '../../../platform/query/index.js';
import {
  WEBHOOK_DELIVERY_STATUSES,
  FAILURE_REASONS,
  TRIGGERS,
  type WebhookDeliveryStatusName,
  type FailureReason,
  type DeliveryTrigger,
} from './attempts/delivery-outcome.js';

export class WebhookDeliveryView {
  /**
   * Id of the delivery, also in the request header `x-webhook-delivery`
   * @example 0f4e6c1a-6d0e-5b0c-9d5e-0a4f8d3c2b1a
   */
  @Id() id: string;
  /**
   * Id of the webhook
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() webhookId: string;
  /**
   * Id of the event, also in the request header `webhook-id`; the same in every attempt
   * @example evt_0193a1c27b1e7c3d9a512f6f1f0e4b7b
   */
  @Text(1, 100) eventId: string;
  /**
   * Event type
   * @example lead.created
   */
  @Text(1, 100) eventType: string;
  /**
   * Whether this is a test delivery
   * @example false
   */
  @Flag() isTest: boolean;
  /**
   * Delivery status. `skipped`: the webhook was disabled. `cancelled`: the webhook was deleted before the delivery.
   * @example succeeded
   */
  @Choice('WebhookDeliveryStatus', WEBHOOK_DELIVERY_STATUSES) status: WebhookDeliveryStatusName;
  /**
   * Reason for the final failure
   * @example null
   */
  @Nullable() @Choice('WebhookFailureReason', FAILURE_REASONS) reason: FailureReason | null;
  /**
   * Number of attempts, both scheduled and manual
   * @example 1
   */
  @Integer(0, 2147483647) attemptCount: number;
  /**
   * HTTP status of the last response; null if there was no response
   * @example 200
   */
  @Nullable() @Integer(100, 999) statusCode: number | null;
  /**
   * Error code of the last attempt: `timeout`, `unknown-host`, `connection-refused`, `connection-reset`,
   * `tls-certificate`, `tls-failed`, `unreachable` (another cause), `redirect`, `rejected`, `destination-not-allowed`, `not-sendable` or `interrupted`
   * @example null
   */
  @Nullable() @Text(1, 50) errorCode: string | null;
  /**
   * Time of the next attempt
   * @example null
   */
  @Nullable() @Timestamp() nextAttemptAt: string | null;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the final result
   * @example 2026-11-21T09:30:01.000Z
   */
  @Nullable() @Timestamp() completedAt: string | null;
}

export class WebhookAttemptView {
  /**
   * Id of the attempt
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * Number of the attempt for this delivery, from 1
   * @example 1
   */
  @Integer(1, 2147483647) number: number;
  /**
   * Trigger of the attempt
   * @example scheduled
   */
  @Choice('WebhookTrigger', TRIGGERS) trigger: DeliveryTrigger;
  /**
   * Start time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() startedAt: string;
  /**
   * Duration in milliseconds
   * @example 84
   */
  @Integer(0, 2147483647) durationMs: number;
  /**
   * HTTP status of the response
   * @example 200
   */
  @Nullable() @Integer(100, 999) statusCode: number | null;
  /**
   * Error code of the attempt
   * @example null
   */
  @Nullable() @Text(1, 50) errorCode: string | null;
  /**
   * Request headers; values of custom headers are hidden
   * @example {"webhook-id": "evt_0193a1c27b1e7c3d9a512f6f1f0e4b7b"}
   */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) requestHeaders: Record<string, string>;
  /**
   * First 4 KiB of the response body; null if there is no response, or a compressed one
   * @example ok
   */
  @Nullable() @Text(0, 4096) responseBody: string | null;
  /**
   * Whether the response body was longer
   * @example false
   */
  @Flag() isTruncated: boolean;
}

export class WebhookDeliveryDetailView extends WebhookDeliveryView {
  /**
   * Request body, exactly as signed and sent; null after it was deleted
   * @example "{\"id\":\"evt_0193a1c27b1e7c3d9a512f6f1f0e4b7b\",\"type\":\"lead.created\"}"
   */
  @Nullable() @Text(0, 1_000_000) requestBody: string | null;
  /** Attempts in order, oldest first; if there are more than 100, the latest */
  @NestedList(() => WebhookAttemptView, 0, 100) attempts: WebhookAttemptView[];
}

const DELIVERY_SORTS = ['createdAt', '-createdAt'] as const;

export class WebhookDeliveryQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('WebhookDeliverySort', DELIVERY_SORTS, 1) sort?: string[];
  /** Delivery statuses; repeat to match any of several */
  @Optional()
  @ChoicesParameter('WebhookDeliveryStatus', WEBHOOK_DELIVERY_STATUSES)
  status?: WebhookDeliveryStatusName[];
  /**
   * Exact event types; repeat to match any of several
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) eventType?: string[];
  /**
   * True for tests only, false for all others
   * @example false
   */
  @Optional() @FlagParameter() isTest?: boolean;
  /** Creation time */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}

export class WebhookDeliveryCount {
  /**
   * Status of the deliveries
   * @example succeeded
   */
  @Choice('WebhookDeliveryStatus', WEBHOOK_DELIVERY_STATUSES) status: WebhookDeliveryStatusName;
  /**
   * Number of deliveries
   * @example 42
   */
  @Integer(0, 2147483647) count: number;
}

export class WebhookFailureView {
  /**
   * Start time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() at: string;
  /**
   * Id of the delivery
   * @example 0f4e6c1a-6d0e-5b0c-9d5e-0a4f8d3c2b1a
   */
  @Id() deliveryId: string;
  /**
   * HTTP status of the response
   * @example 500
   */
  @Nullable() @Integer(100, 999) statusCode: number | null;
  /**
   * Error code of the attempt
   * @example rejected
   */
  @Nullable() @Text(1, 50) errorCode: string | null;
}

export class WebhookStatsView {
  /**
   * Number of attempts, without tests
   * @example 43
   */
  @Integer(0, 2147483647) attempts: number;
  /**
   * Number of successful attempts
   * @example 42
   */
  @Integer(0, 2147483647) succeeded: number;
  /**
   * Share of successful attempts, 0 to 1; null without attempts
   * @example 0.977
   */
  @Nullable() @NumberBetween(0, 1) successRate: number | null;
  /**
   * 95th percentile of the duration in milliseconds
   * @example 120
   */
  @Nullable() @Integer(0, 2147483647) p95Ms: number | null;
  /** Deliveries created in the period, by status */
  @NestedList(() => WebhookDeliveryCount, 0, 5) deliveries: WebhookDeliveryCount[];
  /** Last failed attempt */
  @Nullable() @Nested(() => WebhookFailureView) lastFailure: WebhookFailureView | null;
}
