/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookFacts } from './WebhookFacts';
export type WebhookTrouble = {
  /**
   * The webhook after the change
   */
  object: WebhookFacts;
  /**
   * Reason: `manual`, `failing` or `gone` for a disabled webhook, otherwise the error code of the last attempt
   */
  reason: string;
};

