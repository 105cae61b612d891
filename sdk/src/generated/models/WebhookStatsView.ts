/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDeliveryCount } from './WebhookDeliveryCount';
import type { WebhookFailureView } from './WebhookFailureView';
export type WebhookStatsView = {
  /**
   * Number of attempts, without tests
   */
  attempts: number;
  /**
   * Number of successful attempts
   */
  succeeded: number;
  /**
   * Share of successful attempts, 0 to 1; null without attempts
   */
  successRate: number | null;
  /**
   * 95th percentile of the duration in milliseconds
   */
  p95Ms: number | null;
  /**
   * Deliveries created in the period, by status
   */
  deliveries: Array<WebhookDeliveryCount>;
  /**
   * Last failed attempt
   */
  lastFailure: WebhookFailureView | null;
};

