/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDeliveryStatus } from './WebhookDeliveryStatus';
import type { WebhookFailureReason } from './WebhookFailureReason';
export type WebhookDeliveryView = {
  /**
   * Id of the delivery, also in the request header `x-webhook-delivery`
   */
  id: string;
  /**
   * Id of the webhook
   */
  webhookId: string;
  /**
   * Id of the event, also in the request header `webhook-id`; the same in every attempt
   */
  eventId: string;
  /**
   * Event type
   */
  eventType: string;
  /**
   * Whether this is a test delivery
   */
  isTest: boolean;
  /**
   * Delivery status. `skipped`: the webhook was disabled. `cancelled`: the webhook was deleted before the delivery.
   */
  status: WebhookDeliveryStatus;
  /**
   * Reason for the final failure
   */
  reason: WebhookFailureReason | null;
  /**
   * Number of attempts, both scheduled and manual
   */
  attemptCount: number;
  /**
   * HTTP status of the last response; null if there was no response
   */
  statusCode: number | null;
  /**
   * Error code of the last attempt: `timeout`, `unknown-host`, `connection-refused`, `connection-reset`, `tls-certificate`, `tls-failed`, `unreachable` (another cause), `redirect`, `rejected`, `destination-not-allowed`, `not-sendable` or `interrupted`
   */
  errorCode: string | null;
  /**
   * Time of the next attempt
   */
  nextAttemptAt: string | null;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the final result
   */
  completedAt: string | null;
};

