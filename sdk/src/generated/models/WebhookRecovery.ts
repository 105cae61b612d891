/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookRecoverable } from './WebhookRecoverable';
export type WebhookRecovery = {
  /**
   * Those that were made at this moment or later.
   */
  since: string;
  /**
   * Those that were made before this moment; now when left out.
   */
  until?: string;
  /**
   * Those that failed, those that were skipped, or both; both when left out.
   */
  statuses?: Array<WebhookRecoverable>;
};

