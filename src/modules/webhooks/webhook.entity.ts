import { defineEntity, p } from '@mikro-orm/core';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { Conflict } from '../../kernel/errors.js';
import { User } from '../users/index.js';
import type { HeaderHint } from './headers/custom-headers.js';

export const DISABLED_REASONS = ['manual', 'failing', 'gone'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** How an endpoint fares (failures in a row, last answer) is no part of it: that is written by deliveries, past its version. */
const WebhookSchema = defineEntity({
  name: 'Webhook',
  tableName: 'webhooks',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    name: p.string().length(255),
    description: p.string().length(1000),
    url: p.string().length(2000),
    events: p.array().$type<string[]>(),
    filter: p.json<object>().nullable(),
    headers: p.text().nullable(),
    headerHints: p.json<readonly HeaderHint[]>(),
    enabled: p.boolean(),
    disabledReason: p.string().length(20).$type<DisabledReason>().nullable(),
    disabledAt: p.datetime(3).nullable(),
    maxConcurrency: p.smallint(),
    isOrdered: p.boolean(),
    failureCount: p.integer().default(0),
    failingSince: p.datetime(3).nullable(),
    failingToldAt: p.datetime(3).nullable(),
    createdBy: () => p.manyToOne(User).nullable(),
  },
});

/** An endpoint of another program that is told what happens here. */
export class Webhook extends WebhookSchema.class {
  /** Starts afresh: what went wrong before says nothing of the repaired endpoint. */
  enable(): void {
    this.enabled = true;
    this.disabledReason = null;
    this.disabledAt = null;
    this.failureCount = 0;
    this.failingSince = null;
    this.failingToldAt = null;
  }

  disable(reason: DisabledReason, now = new Date()): void {
    this.enabled = false;
    this.disabledReason = reason;
    this.disabledAt = now;
  }

  requireEnabled(): void {
    if (!this.enabled) throw new Conflict('webhook-disabled', 'The webhook is disabled: enable it first.');
  }

  remove(now = new Date()): void {
    if (this.deletedAt) throw new Conflict('webhook-deleted', 'The webhook is deleted already.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new Conflict('webhook-not-deleted', 'The webhook is not deleted.');
    this.deletedAt = null;
  }
}
WebhookSchema.setClass(Webhook);
export { WebhookSchema };

/** The jobs of an endpoint share a cap, a pause and a breaker. */
export const groupOf = (webhookId: string): string => `webhook:${webhookId}`;
/** What a person asks for waits for no pause: they look at the answer, and it is one request. */
export const manualGroupOf = (webhookId: string): string => `webhook:${webhookId}:manual`;
