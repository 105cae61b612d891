import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { changeBetween, requireVersion, type Change } from '../../kernel/change.js';
import { notFound } from '../../kernel/errors.js';
import { Events, type EventType } from '../../kernel/events.js';
import { Database } from '../../platform/database/index.js';
import { DeliveryQueue } from './deliveries/delivery-queue.js';
import { Webhook } from './webhook.entity.js';
import type { WebhookFacts } from './webhooks-events.dto.js';
import type { WebhookUpdate, WebhookView } from './webhooks.dto.js';
import { webhookDisabled, webhookEnabled } from './webhooks.events.js';
import { WebhooksQueries } from './webhooks.queries.js';

type WebhookEvent = EventType<Change<WebhookFacts>>;

interface ChangeOptions {
  /** The version that the caller last saw; undefined takes the webhook as it is. */
  readonly version?: number | undefined;
  readonly wanted?: WebhookUpdate;
  readonly deleted?: boolean;
}

/** Told by events of their own, or written past the version. */
const NOT_TOLD = new Set([
  'enabled',
  'disabledReason',
  'disabledAt',
  'failureCount',
  'failingSince',
  'lastStatusCode',
  'lastTriggeredAt',
]);

export const factsOf = ({ id, name, events, enabled, disabledReason }: WebhookFacts): WebhookFacts => ({
  id,
  name,
  events,
  enabled,
  disabledReason,
});

/** Changes one webhook under its lock, tells of it, and lets its waiting deliveries follow. */
@Injectable()
export class WebhookChanges {
  constructor(
    private readonly database: Database,
    private readonly queries: WebhooksQueries,
    private readonly events: Events,
    private readonly queue: DeliveryQueue,
  ) {}

  run(
    id: string,
    event: WebhookEvent,
    apply: (webhook: Webhook) => void | Promise<void>,
    options: ChangeOptions = {},
  ): Promise<WebhookView> {
    return this.database.write(async (em) => {
      const webhook = await em.findOne(Webhook, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!webhook) throw notFound('webhook');
      const before = await this.queries.get(id, { deleted: options.deleted ? 'any' : 'no' });
      requireVersion(before, options.version, options.wanted);
      await apply(webhook);
      await em.flush();
      const after = await this.queries.get(id, { deleted: 'any' });
      await this.follow(before, after);
      this.tell(event, before, after);
      return after;
    });
  }

  /** A new endpoint: its pace, and how it looks. */
  async begin(id: string): Promise<WebhookView> {
    const view = await this.queries.get(id);
    await this.queue.pace(view);
    return view;
  }

  private async follow(before: WebhookView, after: WebhookView): Promise<void> {
    if (after.deletedAt !== null && before.deletedAt === null) return this.queue.halt(after.id, 'cancelled');
    if (before.enabled && !after.enabled) await this.queue.halt(after.id, 'skipped');
    if (!before.enabled && after.enabled) await this.queue.resume(after.id);
    if (before.maxConcurrency !== after.maxConcurrency || before.isOrdered !== after.isOrdered)
      await this.queue.pace(after);
  }

  private tell(event: WebhookEvent, before: WebhookView, after: WebhookView): void {
    const facts = changeBetween(factsOf(before), factsOf(after));
    const changedFields = changeBetween(before, after).changedFields.filter((field) => !NOT_TOLD.has(field));
    if (changedFields.length > 0) this.events.record(event, after.id, { ...facts, changedFields });
    if (before.enabled && !after.enabled)
      this.events.record(webhookDisabled, after.id, { object: facts.object, reason: after.disabledReason ?? 'manual' });
    if (!before.enabled && after.enabled) this.events.record(webhookEnabled, after.id, facts);
  }
}
