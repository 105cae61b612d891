/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDisabledReason } from './WebhookDisabledReason';
export type WebhookFacts = {
  /**
   * The webhook.
   */
  id: string;
  /**
   * What your team calls it.
   */
  name: string;
  /**
   * What it is told.
   */
  events: Array<string>;
  /**
   * Whether it is told anything.
   */
  enabled: boolean;
  /**
   * Why it is not.
   */
  disabledReason: WebhookDisabledReason | null;
};

