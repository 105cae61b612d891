/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookAttemptView } from './WebhookAttemptView';
import type { WebhookDeliveryStatus } from './WebhookDeliveryStatus';
import type { WebhookFailureReason } from './WebhookFailureReason';
export type WebhookDeliveryDetailView = {
  /**
   * The delivery; sent along as `x-webhook-delivery`.
   */
  id: string;
  /**
   * The webhook.
   */
  webhookId: string;
  /**
   * The event; sent along as `webhook-id`, the same in every attempt.
   */
  eventId: string;
  /**
   * What happened.
   */
  eventType: string;
  /**
   * Whether it was only a test.
   */
  isTest: boolean;
  /**
   * Where it stands: `skipped` is what a disabled webhook missed, `cancelled` what a deleted one was not sent any more.
   */
  status: WebhookDeliveryStatus;
  /**
   * Why it failed for good.
   */
  reason: WebhookFailureReason | null;
  /**
   * How often it was tried, by schedule and by hand.
   */
  attemptCount: number;
  /**
   * What was last answered; null where there was no answer.
   */
  statusCode: number | null;
  /**
   * How the last attempt failed: `timeout`, `unreachable`, `unknown-host`, `redirect`, `refused`, `destination-not-allowed`, `not-sendable` or `interrupted`.
   */
  errorCode: string | null;
  /**
   * When it is tried again.
   */
  nextAttemptAt: string | null;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it came to its end.
   */
  completedAt: string | null;
  /**
   * The body, byte for byte as it is signed and sent; null once it was deleted.
   */
  requestBody: string | null;
  /**
   * Every attempt, the first one first; of more than 100 the last.
   */
  attempts: Array<WebhookAttemptView>;
};

