/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookFacts } from './WebhookFacts';
export type WebhookTrouble = {
  /**
   * The webhook as it is now.
   */
  object: WebhookFacts;
  /**
   * What went wrong: `manual`, `failing` or `gone` when it was disabled, else how its last attempt ended.
   */
  reason: string;
};

