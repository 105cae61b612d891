/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { NotificationDeliveryStatus } from './NotificationDeliveryStatus';
import type { NotificationDeliveryTrigger } from './NotificationDeliveryTrigger';
export type NotificationDeliveryView = {
  /**
   * Id of the delivery
   */
  id: string;
  /**
   * Id of the channel; null for mail to the administrator
   */
  channelId: string | null;
  /**
   * Id of the event, as in the feed and in webhooks; null for a test
   */
  eventId: string | null;
  /**
   * Event type
   */
  event: string;
  /**
   * Record type of the event
   */
  resourceType: string | null;
  /**
   * Id of the record of the event; null if the caller cannot see the record
   */
  resourceId: string | null;
  /**
   * Reason for the message: an event, a test, a manual resend, or a system alert
   */
  trigger: NotificationDeliveryTrigger;
  /**
   * Delivery status. `skipped`: the channel was disabled or deleted. `suppressed`: the notification is part of a digest.
   */
  status: NotificationDeliveryStatus;
  /**
   * Number of attempts
   */
  attempts: number;
  /**
   * Machine-readable code of the last error
   */
  errorCode: string | null;
  /**
   * Description of the last error, or additional information
   */
  detail: string | null;
  /**
   * Message id of the service
   */
  providerMessageId: string | null;
  /**
   * Id of the digest delivery that includes this notification
   */
  digestId: string | null;
  /**
   * Number of notifications in a digest
   */
  collapsedCount: number | null;
  /**
   * Duration of the last attempt in milliseconds
   */
  durationMs: number | null;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last attempt
   */
  attemptedAt: string | null;
  /**
   * Earliest time of the next attempt
   */
  nextAttemptAt: string | null;
  /**
   * Time of the final result; null while pending
   */
  completedAt: string | null;
};

