import { defineEntity, p } from '@mikro-orm/core';
import { json, softDeleted, stamped, textArray, versioned } from '../../kernel/entity.js';
import { ConflictError } from '../../kernel/errors.js';
import { User } from '../users/index.js';
import type { HeaderHint } from './headers/custom-headers.js';

export const WEBHOOK_DISABLED_REASONS = ['manual', 'failing', 'gone'] as const;
export type WebhookDisabledReasonName = (typeof WEBHOOK_DISABLED_REASONS)[number];

/** Deliveries also write `failureCount`, `failingSince` and the last response, without a new version. */
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
    events: textArray(),
    filter: json<object>().nullable(),
    headers: p.text().nullable(),
    headerHints: json<readonly HeaderHint[]>(),
    enabled: p.boolean(),
    disabledReason: p.string().length(20).$type<WebhookDisabledReasonName>().nullable(),
    disabledAt: p.datetime(3).nullable(),
    maxConcurrency: p.smallint(),
    isOrdered: p.boolean(),
    failureCount: p.integer().default(0),
    failingSince: p.datetime(3).nullable(),
    failingToldAt: p.datetime(3).fieldName('failing_notified_at').nullable(),
    createdBy: () => p.manyToOne(User).nullable(),
  },
});

/** An endpoint of another program that receives events. */
export class Webhook extends WebhookSchema.class {
  /** Also clears the recorded failures, because the failures say nothing about a repaired endpoint. */
  enable(): void {
    this.enabled = true;
    this.disabledReason = null;
    this.disabledAt = null;
    this.failureCount = 0;
    this.failingSince = null;
    this.failingToldAt = null;
  }

  disable(reason: WebhookDisabledReasonName, now = new Date()): void {
    this.enabled = false;
    this.disabledReason = reason;
    this.disabledAt = now;
  }

  requireEnabled(): void {
    if (!this.enabled) throw new ConflictError('webhook-disabled', 'The webhook is disabled; enable it first.');
  }

  remove(now = new Date()): void {
    if (this.deletedAt) throw new ConflictError('webhook-deleted', 'The webhook is already deleted.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new ConflictError('webhook-not-deleted', 'The webhook is not deleted.');
    this.deletedAt = null;
  }
}
WebhookSchema.setClass(Webhook);
export { WebhookSchema };

/** Returns the job group of a webhook. The group has a common cap, pause and circuit breaker. */
export const webhookGroupOf = (webhookId: string): string => `webhook:${webhookId}`;
/** Returns the job group for manual attempts. A pause does not apply, because a user waits for the result. */
export const manualGroupOf = (webhookId: string): string => `webhook:${webhookId}:manual`;
