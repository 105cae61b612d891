/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDisabledReason } from './WebhookDisabledReason';
import type { WebhookHeaderHint } from './WebhookHeaderHint';
import type { WebhookSecretHint } from './WebhookSecretHint';
export type WebhookView = {
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * What your team calls the endpoint.
   */
  name: string;
  /**
   * What it is for.
   */
  description: string;
  /**
   * Where events are sent.
   */
  url: string;
  /**
   * What it is told.
   */
  events: Array<string>;
  /**
   * Only events whose record meets this filter.
   */
  filter: Record<string, any> | null;
  /**
   * The headers that are sent along, by name.
   */
  headers: Array<WebhookHeaderHint>;
  /**
   * The secret that signs.
   */
  secret: WebhookSecretHint;
  /**
   * Until when the secret before it signs as well; null when it does not.
   */
  previousSecretExpiresAt: string | null;
  /**
   * Whether it is told anything.
   */
  enabled: boolean;
  /**
   * Why it is not: by hand, because it failed for days, or because it answered 410.
   */
  disabledReason: WebhookDisabledReason | null;
  /**
   * Since when it is not.
   */
  disabledAt: string | null;
  /**
   * How many requests it gets at once.
   */
  maxConcurrency: number;
  /**
   * Whether events are sent strictly one after the other.
   */
  isOrdered: boolean;
  /**
   * How many attempts failed since the last one that succeeded.
   */
  failureCount: number;
  /**
   * Since when every attempt fails.
   */
  failingSince: string | null;
  /**
   * What it last answered.
   */
  lastStatusCode: number | null;
  /**
   * When it was last sent something, to a few seconds.
   */
  lastTriggeredAt: string | null;
  /**
   * Who made it.
   */
  createdById: string | null;
  /**
   * Whether who made it still works here. It is told what they may see: nothing once they have left, until it is handed over to somebody else.
   */
  isMakerActive: boolean;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   */
  deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the webhook.
   */
  version: number;
};

