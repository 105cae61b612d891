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
  DELIVERY_STATUSES,
  FAILURE_REASONS,
  TRIGGERS,
  type DeliveryStatus,
  type FailureReason,
  type Trigger,
} from './verdict.js';

/** One event for one webhook. */
export class WebhookDeliveryView {
  /**
   * The delivery; sent along as `x-webhook-delivery`.
   * @example 0f4e6c1a-6d0e-5b0c-9d5e-0a4f8d3c2b1a
   */
  @Id() id: string;
  /**
   * The webhook.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() webhookId: string;
  /**
   * The event; sent along as `webhook-id`, the same in every attempt.
   * @example evt_0193a1c27b1e7c3d9a512f6f1f0e4b7b
   */
  @Text(1, 100) eventId: string;
  /**
   * What happened.
   * @example lead.created
   */
  @Text(1, 100) eventType: string;
  /**
   * Whether it was only a test.
   * @example false
   */
  @Flag() isTest: boolean;
  /**
   * Where it stands: `skipped` is what a disabled webhook missed, `cancelled` what a deleted one was not sent any more.
   * @example succeeded
   */
  @Choice('WebhookDeliveryStatus', DELIVERY_STATUSES) status: DeliveryStatus;
  /**
   * Why it failed for good.
   * @example null
   */
  @Nullable() @Choice('WebhookFailureReason', FAILURE_REASONS) reason: FailureReason | null;
  /**
   * How often it was tried, by schedule and by hand.
   * @example 1
   */
  @Integer(0, 2147483647) attemptCount: number;
  /**
   * What was last answered; null where there was no answer.
   * @example 200
   */
  @Nullable() @Integer(100, 999) statusCode: number | null;
  /**
   * How the last attempt failed: `timeout`, `unreachable`, `unknown-host`, `redirect`, `refused`, `destination-not-allowed`, `not-sendable` or `interrupted`.
   * @example null
   */
  @Nullable() @Text(1, 50) errorCode: string | null;
  /**
   * When it is tried again.
   * @example null
   */
  @Nullable() @Timestamp() nextAttemptAt: string | null;
  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it came to its end.
   * @example 2026-11-21T09:30:01.000Z
   */
  @Nullable() @Timestamp() completedAt: string | null;
}

/** One request. */
export class WebhookAttemptView {
  /**
   * The attempt.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * Which attempt of its delivery it was, from 1.
   * @example 1
   */
  @Integer(1, 2147483647) number: number;
  /**
   * What caused it.
   * @example scheduled
   */
  @Choice('WebhookTrigger', TRIGGERS) trigger: Trigger;
  /**
   * When it began.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() startedAt: string;
  /**
   * Milliseconds until it was over.
   * @example 84
   */
  @Integer(0, 2147483647) durationMs: number;
  /**
   * What was answered.
   * @example 200
   */
  @Nullable() @Integer(100, 999) statusCode: number | null;
  /**
   * How it failed.
   * @example null
   */
  @Nullable() @Text(1, 50) errorCode: string | null;
  /**
   * The headers as they were sent; those that you have set are hidden.
   * @example {"webhook-id": "evt_0193a1c27b1e7c3d9a512f6f1f0e4b7b"}
   */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) requestHeaders: Record<string, string>;
  /**
   * The first 4 KiB of the answer.
   * @example ok
   */
  @Nullable() @Text(0, 4096) responseBody: string | null;
  /**
   * Whether the answer was longer.
   * @example false
   */
  @Flag() isTruncated: boolean;
}

/** A delivery with all that was sent and answered. */
export class WebhookDeliveryDetailView extends WebhookDeliveryView {
  /**
   * The body, byte for byte as it is signed and sent; null once it was deleted.
   * @example "{\"id\":\"evt_0193a1c27b1e7c3d9a512f6f1f0e4b7b\",\"type\":\"lead.created\"}"
   */
  @Nullable() @Text(0, 1_000_000) requestBody: string | null;
  /** Every attempt, the first one first; of more than 100 the last. */
  @NestedList(() => WebhookAttemptView, 0, 100) attempts: WebhookAttemptView[];
}

const DELIVERY_SORTS = ['createdAt', '-createdAt'] as const;

export class WebhookDeliveryQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('WebhookDeliverySort', DELIVERY_SORTS, 1) sort?: string[];
  /** Deliveries that stand at any of these. */
  @Optional() @ChoicesParameter('WebhookDeliveryStatus', DELIVERY_STATUSES) status?: DeliveryStatus[];
  /**
   * Deliveries of any of these events, exactly.
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) eventType?: string[];
  /**
   * Only tests, or none.
   * @example false
   */
  @Optional() @FlagParameter() isTest?: boolean;
  /** By the time of making. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}

/** How many deliveries stand where. */
export class WebhookDeliveryCount {
  /**
   * Where they stand.
   * @example succeeded
   */
  @Choice('WebhookDeliveryStatus', DELIVERY_STATUSES) status: DeliveryStatus;
  /**
   * How many.
   * @example 42
   */
  @Integer(0, 2147483647) count: number;
}

/** An attempt that failed. */
export class WebhookFailureView {
  /**
   * When it began.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() at: string;
  /**
   * The delivery.
   * @example 0f4e6c1a-6d0e-5b0c-9d5e-0a4f8d3c2b1a
   */
  @Id() deliveryId: string;
  /**
   * What was answered.
   * @example 500
   */
  @Nullable() @Integer(100, 999) statusCode: number | null;
  /**
   * How it failed.
   * @example refused
   */
  @Nullable() @Text(1, 50) errorCode: string | null;
}

export class WebhookStatsView {
  /**
   * How many attempts there were, without tests.
   * @example 43
   */
  @Integer(0, 2147483647) attempts: number;
  /**
   * How many of them succeeded.
   * @example 42
   */
  @Integer(0, 2147483647) succeeded: number;
  /**
   * Which part of them succeeded, 0 to 1; null where there were none.
   * @example 0.977
   */
  @Nullable() @NumberBetween(0, 1) successRate: number | null;
  /**
   * Milliseconds that 95 of 100 attempts took at most.
   * @example 120
   */
  @Nullable() @Integer(0, 2147483647) p95Ms: number | null;
  /** The deliveries that were made in that time, by where they stand. */
  @NestedList(() => WebhookDeliveryCount, 0, 5) deliveries: WebhookDeliveryCount[];
  /** The last attempt that failed. */
  @Nullable() @Nested(() => WebhookFailureView) lastFailure: WebhookFailureView | null;
}
