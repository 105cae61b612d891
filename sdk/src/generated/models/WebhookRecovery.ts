/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookRecoverable } from './WebhookRecoverable';
export type WebhookRecovery = {
  /**
   * Start of the period; deliveries created at or after this time
   */
  since: string;
  /**
   * End of the period; deliveries created before this time; default: now
   */
  until?: string;
  /**
   * Delivery statuses to resend: failed, skipped, or both; default: both
   */
  statuses?: Array<WebhookRecoverable>;
};

