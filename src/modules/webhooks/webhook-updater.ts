import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { changeBetween, requireVersion, type Change } from '../../kernel/change.js';
import { notFound } from '../../kernel/errors.js';
import { Events, type EventType } from '../../kernel/events.js';
import { Database } from '../../platform/database/index.js';
import { WebhookDeliveryQueue } from './deliveries/webhook-delivery-queue.js';
import { Webhook } from './webhook.entity.js';
import type { WebhookFacts } from './webhooks-events.dto.js';
import type { WebhookUpdate, WebhookView } from './webhooks.dto.js';
import { webhookDisabled, webhookEnabled } from './webhooks.events.js';
import { WebhooksQueries } from './webhooks.queries.js';

type WebhookEvent = EventType<Change<WebhookFacts>>;

interface ChangeOptions {
  /** Expected version. Without a version, the change applies to any version. */
  readonly version?: number | undefined;
  readonly patch?: WebhookUpdate;
  readonly deleted?: boolean;
}

/** Fields that do not count as an update: other events report them, or deliveries write them. */
const NOT_PUBLISHED = new Set([
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

/** Changes a webhook under its lock, records events and updates the queue of deliveries. */
@Injectable()
export class WebhookUpdater {
  constructor(
    private readonly database: Database,
    private readonly queries: WebhooksQueries,
    private readonly events: Events,
    private readonly queue: WebhookDeliveryQueue,
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
      requireVersion(before, options.version, options.patch);
      await apply(webhook);
      await em.flush();
      const after = await this.queries.get(id, { deleted: 'any' });
      await this.follow(before, after);
      this.publish(event, before, after);
      return after;
    });
  }

  /** Sets the rate limits of a new webhook and returns the webhook. */
  async begin(id: string): Promise<WebhookView> {
    const view = await this.queries.get(id);
    await this.queue.limitRate(view);
    return view;
  }

  private async follow(before: WebhookView, after: WebhookView): Promise<void> {
    if (after.deletedAt !== null && before.deletedAt === null) return this.queue.pause(after.id, 'cancelled');
    if (before.enabled && !after.enabled) await this.queue.pause(after.id, 'skipped');
    if (!before.enabled && after.enabled) await this.queue.resume(after.id);
    if (before.maxConcurrency !== after.maxConcurrency || before.isOrdered !== after.isOrdered)
      await this.queue.limitRate(after);
  }

  private publish(event: WebhookEvent, before: WebhookView, after: WebhookView): void {
    const facts = changeBetween(factsOf(before), factsOf(after));
    const changedFields = changeBetween(before, after).changedFields.filter((field) => !NOT_PUBLISHED.has(field));
    if (changedFields.length > 0) this.events.record(event, after.id, { ...facts, changedFields });
    if (before.enabled && !after.enabled)
      this.events.record(webhookDisabled, after.id, { object: facts.object, reason: after.disabledReason ?? 'manual' });
    if (!before.enabled && after.enabled) this.events.record(webhookEnabled, after.id, facts);
  }
}
