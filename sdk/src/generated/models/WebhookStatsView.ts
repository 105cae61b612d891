/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDeliveryCount } from './WebhookDeliveryCount';
import type { WebhookFailureView } from './WebhookFailureView';
export type WebhookStatsView = {
  /**
   * How many attempts there were, without tests.
   */
  attempts: number;
  /**
   * How many of them succeeded.
   */
  succeeded: number;
  /**
   * Which part of them succeeded, 0 to 1; null where there were none.
   */
  successRate: number | null;
  /**
   * Milliseconds that 95 of 100 attempts took at most.
   */
  p95Ms: number | null;
  /**
   * The deliveries that were made in that time, by where they stand.
   */
  deliveries: Array<WebhookDeliveryCount>;
  /**
   * The last attempt that failed.
   */
  lastFailure: WebhookFailureView | null;
};

