/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { NotificationDeliveryStatus } from './NotificationDeliveryStatus';
import type { NotificationDeliveryTrigger } from './NotificationDeliveryTrigger';
export type NotificationDeliveryView = {
  /**
   * The id of the delivery.
   */
  id: string;
  /**
   * The channel; null for mail to the admin.
   */
  channelId: string | null;
  /**
   * The event that it tells of, by its id in the feed and in webhooks; null for a test.
   */
  eventId: string | null;
  /**
   * The name of the event.
   */
  event: string;
  /**
   * What kind of record it is about.
   */
  resourceType: string | null;
  /**
   * The record that it is about.
   */
  resourceId: string | null;
  /**
   * Why it is sent: an event, a test, a person who sends it again, or the system that needs a person.
   */
  trigger: NotificationDeliveryTrigger;
  /**
   * What became of it. `skipped`: the channel was disabled or deleted before. `suppressed`: it is told in a digest.
   */
  status: NotificationDeliveryStatus;
  /**
   * How often it was tried.
   */
  attempts: number;
  /**
   * What went wrong last, for programs.
   */
  errorCode: string | null;
  /**
   * What went wrong last, or what else there is to say.
   */
  detail: string | null;
  /**
   * The id that the service gave the message.
   */
  providerMessageId: string | null;
  /**
   * The delivery that told of this one too.
   */
  digestId: string | null;
  /**
   * For a digest: of how many notifications it tells.
   */
  collapsedCount: number | null;
  /**
   * How long the last attempt took, in milliseconds.
   */
  durationMs: number | null;
  /**
   * When it came to be.
   */
  createdAt: string;
  /**
   * When it was last tried.
   */
  attemptedAt: string | null;
  /**
   * When it will be tried again at the earliest.
   */
  nextAttemptAt: string | null;
  /**
   * When it was settled; null while it is pending.
   */
  completedAt: string | null;
};

