import {
  Choice,
  ChoicesParameter,
  Id,
  Integer,
  Matching,
  Nested,
  Nullable,
  Optional,
  Text,
  TextsParameter,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { TimestampFilter } from '../../../platform/query/index.js';

/** `skipped`: the channel was disabled or deleted before. `suppressed`: it is part of a digest. */
export const DELIVERY_STATUSES = ['pending', 'sent', 'failed', 'skipped', 'suppressed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const DELIVERY_TRIGGERS = ['event', 'test', 'manual', 'system'] as const;
export type DeliveryTrigger = (typeof DELIVERY_TRIGGERS)[number];

/** One message, or one that became part of another. */
export class NotificationDeliveryView {
  /**
   * The id of the delivery.
   * @example 0193a1c2-7b1e-5c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The channel; null for mail to the admin.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() channelId: string | null;
  /**
   * The event that it tells of, by its id in the feed and in webhooks; null for a test.
   * @example evt_0193a1c27b1e7c3d9a512f6f1f0e4b7a
   */
  @Nullable() @Matching(/^evt_[0-9a-f]{32}$/) eventId: string | null;
  /**
   * The name of the event.
   * @example lead.created
   */
  @Text(1, 100) event: string;
  /**
   * What kind of record it is about.
   * @example leads
   */
  @Nullable() @Text(1, 50) resourceType: string | null;
  /**
   * The record that it is about.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() resourceId: string | null;
  /**
   * Why it is sent: an event, a test, a person who sends it again, or the system that needs a person.
   * @example event
   */
  @Choice('NotificationDeliveryTrigger', DELIVERY_TRIGGERS) trigger: DeliveryTrigger;
  /**
   * What became of it. `skipped`: the channel was disabled or deleted before. `suppressed`: it is told in a digest.
   * @example sent
   */
  @Choice('NotificationDeliveryStatus', DELIVERY_STATUSES) status: DeliveryStatus;
  /**
   * How often it was tried.
   * @example 1
   */
  @Integer(0, 32767) attempts: number;
  /**
   * What went wrong last, for programs.
   * @example null
   */
  @Nullable() @Text(1, 50) errorCode: string | null;
  /**
   * What went wrong last, or what else there is to say.
   * @example null
   */
  @Nullable() @Text(1, 500) detail: string | null;
  /**
   * The id that the service gave the message.
   * @example "1309581234567890123"
   */
  @Nullable() @Text(1, 255) providerMessageId: string | null;
  /**
   * The delivery that told of this one too.
   * @example null
   */
  @Nullable() @Id() digestId: string | null;
  /**
   * For a digest: of how many notifications it tells.
   * @example null
   */
  @Nullable() @Integer(1, 2147483647) collapsedCount: number | null;
  /**
   * How long the last attempt took, in milliseconds.
   * @example 180
   */
  @Nullable() @Integer(0, 2147483647) durationMs: number | null;
  /**
   * When it came to be.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last tried.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() attemptedAt: string | null;
  /**
   * When it will be tried again at the earliest.
   * @example null
   */
  @Nullable() @Timestamp() nextAttemptAt: string | null;
  /**
   * When it was settled; null while it is pending.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() completedAt: string | null;
}

const DELIVERY_SORTS = ['createdAt', '-createdAt'] as const;

export class NotificationDeliveryQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('NotificationDeliverySort', DELIVERY_SORTS, 1) sort?: string[];
  /** Deliveries with any of these fates. */
  @Optional() @ChoicesParameter('NotificationDeliveryStatus', DELIVERY_STATUSES) status?: DeliveryStatus[];
  /**
   * Deliveries of any of these events.
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) event?: string[];
  /** By the time of coming to be. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}
