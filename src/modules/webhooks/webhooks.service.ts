import { Injectable } from '@nestjs/common';
import { requireRecentAuth } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { Events } from '../../kernel/events.js';
import { Database } from '../../platform/database/index.js';
import { requireEventAccess } from '../../platform/outbox/index.js';
import { User } from '../users/index.js';
import { WebhookSecrets } from './secrets/webhook-secrets.js';
import { factsOf, WebhookUpdater } from './webhook-updater.js';
import { isElsewhere, WebhookFactory } from './webhook-factory.js';
import { Webhook } from './webhook.entity.js';
import type {
  NewWebhookView,
  WebhookCreate,
  WebhookSecretRotation,
  WebhookUpdate,
  WebhookView,
} from './webhooks.dto.js';
import {
  webhookCreated,
  webhookDeleted,
  webhookRestored,
  webhookSecretRotated,
  webhookUpdated,
} from './webhooks.events.js';

const DEFAULTS = {
  description: '',
  url: '',
  events: [] as string[],
  filter: null,
  headers: null,
  headerHints: [],
  disabledReason: null,
  disabledAt: null,
  failingSince: null,
  failingToldAt: null,
  maxConcurrency: 4,
  isOrdered: false,
  enabled: true,
  failureCount: 0,
};

/** Fields that decide what is sent and where. A change requires a recent authentication. */
const DESTINATION = ['url', 'headers', 'events', 'filter'] as const;

@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly updater: WebhookUpdater,
    private readonly factory: WebhookFactory,
    private readonly secrets: WebhookSecrets,
    private readonly events: Events,
  ) {}

  create(actor: Actor, { secret: provided, enabled = true, ...input }: WebhookCreate): Promise<NewWebhookView> {
    return this.database.write(async (em) => {
      const webhook = em.create(Webhook, {
        ...DEFAULTS,
        id: newId(),
        name: input.name,
        createdBy: em.getReference(User, actor.userId),
      });
      this.factory.apply(webhook, input);
      requireEventAccess(actor, webhook.events, actor.userId);
      if (!enabled) webhook.disable('manual');
      await em.flush();
      const secret = await this.secrets.add(webhook.id, provided);
      const view = await this.updater.begin(webhook.id);
      this.events.record(webhookCreated, view.id, { object: factsOf(view), previous: {}, changedFields: [] });
      return { ...view, secret };
    });
  }

  update(actor: Actor, id: string, patch: WebhookUpdate, version?: number): Promise<WebhookView> {
    const { enabled, ...input } = patch;
    if (DESTINATION.some((field) => input[field] !== undefined)) requireRecentAuth(actor);
    return this.updater.run(
      id,
      webhookUpdated,
      async (webhook) => {
        // Also checks the earlier events, because pending deliveries go to the new address.
        requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
        const { url, headerHints } = webhook;
        this.factory.apply(webhook, input);
        if (isElsewhere(url, webhook.url))
          await this.factory.recordUrlChange(actor, webhook, { from: url, hints: headerHints.map(({ name }) => name) });
        requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
        if (enabled !== undefined) switchTo(webhook, enabled);
      },
      { version, patch },
    );
  }

  enable(actor: Actor, id: string, version?: number): Promise<WebhookView> {
    return this.updater.run(
      id,
      webhookUpdated,
      (webhook) => {
        requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
        switchTo(webhook, true);
      },
      { version },
    );
  }

  disable(id: string, version?: number): Promise<WebhookView> {
    return this.updater.run(id, webhookUpdated, (webhook) => switchTo(webhook, false), { version });
  }

  async remove(id: string, version?: number): Promise<void> {
    await this.updater.run(id, webhookDeleted, (webhook) => webhook.remove(), { version });
  }

  restore(actor: Actor, id: string, version?: number): Promise<WebhookView> {
    return this.updater.run(
      id,
      webhookRestored,
      (webhook) => {
        requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
        webhook.restore();
      },
      { deleted: true, version },
    );
  }

  async rotateSecret(
    actor: Actor,
    id: string,
    { secret: input, overlapDays = 1 }: WebhookSecretRotation,
    version?: number,
  ): Promise<NewWebhookView> {
    let secret = '';
    const view = await this.updater.run(
      id,
      webhookSecretRotated,
      async (webhook) => {
        requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
        secret = await this.secrets.rotate(webhook.id, input, overlapDays);
        webhook.updatedAt = new Date();
      },
      { version },
    );
    return { ...view, secret };
  }
}

// An unchanged state keeps the reason and time of the earlier change.
function switchTo(webhook: Webhook, enabled: boolean): void {
  if (webhook.enabled === enabled) return;
  if (enabled) webhook.enable();
  else webhook.disable('manual');
}
