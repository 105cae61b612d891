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
export const NOTIFICATION_DELIVERY_STATUSES = ['pending', 'sent', 'failed', 'skipped', 'suppressed'] as const;
export type NotificationDeliveryStatusName = (typeof NOTIFICATION_DELIVERY_STATUSES)[number];

export const DELIVERY_TRIGGERS = ['event', 'test', 'manual', 'system'] as const;
export type NotificationTriggerName = (typeof DELIVERY_TRIGGERS)[number];

export class NotificationDeliveryView {
  /**
   * Id of the delivery
   * @example 0193a1c2-7b1e-5c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Id of the channel; null for mail to the administrator
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() channelId: string | null;
  /**
   * Id of the event, as in the feed and in webhooks; null for a test
   * @example evt_0193a1c27b1e7c3d9a512f6f1f0e4b7a
   */
  @Nullable() @Matching(/^evt_[0-9a-f]{32}$/) eventId: string | null;
  /**
   * Event type
   * @example lead.created
   */
  @Text(1, 100) event: string;
  /**
   * Record type of the event
   * @example leads
   */
  @Nullable() @Text(1, 50) resourceType: string | null;
  /**
   * Id of the record of the event; null if the caller cannot see the record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() resourceId: string | null;
  /**
   * Reason for the message: an event, a test, a manual resend, or a system alert
   * @example event
   */
  @Choice('NotificationDeliveryTrigger', DELIVERY_TRIGGERS) trigger: NotificationTriggerName;
  /**
   * Delivery status. `skipped`: the channel was disabled or deleted. `suppressed`: the notification is part of a
   * digest.
   * @example sent
   */
  @Choice('NotificationDeliveryStatus', NOTIFICATION_DELIVERY_STATUSES) status: NotificationDeliveryStatusName;
  /**
   * Number of attempts
   * @example 1
   */
  @Integer(0, 32767) attempts: number;
  /**
   * Machine-readable code of the last error
   * @example null
   */
  @Nullable() @Text(1, 50) errorCode: string | null;
  /**
   * Description of the last error, or additional information
   * @example null
   */
  @Nullable() @Text(1, 500) detail: string | null;
  /**
   * Message id of the service
   * @example "1309581234567890123"
   */
  @Nullable() @Text(1, 255) providerMessageId: string | null;
  /**
   * Id of the digest delivery that includes this notification
   * @example null
   */
  @Nullable() @Id() digestId: string | null;
  /**
   * Number of notifications in a digest
   * @example null
   */
  @Nullable() @Integer(1, 2147483647) collapsedCount: number | null;
  /**
   * Duration of the last attempt in milliseconds
   * @example 180
   */
  @Nullable() @Integer(0, 2147483647) durationMs: number | null;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last attempt
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() attemptedAt: string | null;
  /**
   * Earliest time of the next attempt
   * @example null
   */
  @Nullable() @Timestamp() nextAttemptAt: string | null;
  /**
   * Time of the final result; null while pending
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() completedAt: string | null;
}

const DELIVERY_SORTS = ['createdAt', '-createdAt'] as const;

export class NotificationDeliveryQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('NotificationDeliverySort', DELIVERY_SORTS, 1) sort?: string[];
  /** Delivery statuses; repeat to match any of several */
  @Optional()
  @ChoicesParameter('NotificationDeliveryStatus', NOTIFICATION_DELIVERY_STATUSES)
  status?: NotificationDeliveryStatusName[];
  /**
   * Event types; repeat to match any of several
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) event?: string[];
  /** Creation time */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}
