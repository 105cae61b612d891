/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDisabledReason } from './WebhookDisabledReason';
export type WebhookFacts = {
  /**
   * Id of the webhook
   */
  id: string;
  /**
   * Internal name of the webhook
   */
  name: string;
  /**
   * Event types that are sent
   */
  events: Array<string>;
  /**
   * Whether events are sent
   */
  enabled: boolean;
  /**
   * Reason why the webhook is disabled
   */
  disabledReason: WebhookDisabledReason | null;
};

