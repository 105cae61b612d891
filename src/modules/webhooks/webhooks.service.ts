import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { Events } from '../../kernel/events.js';
import { Database } from '../../platform/database/index.js';
import { requireEventAccess } from '../../platform/outbox/index.js';
import { User } from '../users/index.js';
import { WebhookSecrets } from './secrets/webhook-secrets.js';
import { factsOf, WebhookChanges } from './webhook-changes.js';
import { WebhookDrafts } from './webhook-drafts.js';
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

const BLANK = {
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

/** What can be done with webhooks. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly changes: WebhookChanges,
    private readonly drafts: WebhookDrafts,
    private readonly secrets: WebhookSecrets,
    private readonly events: Events,
  ) {}

  create(actor: Actor, { secret: given, enabled = true, ...input }: WebhookCreate): Promise<NewWebhookView> {
    return this.database.write(async (em) => {
      const webhook = em.create(Webhook, {
        ...BLANK,
        id: newId(),
        name: input.name,
        createdBy: em.getReference(User, actor.userId),
      });
      this.drafts.apply(webhook, input);
      requireEventAccess(actor, webhook.events, actor.userId);
      if (!enabled) webhook.disable('manual');
      await em.flush();
      const secret = await this.secrets.add(webhook.id, given);
      const view = await this.changes.begin(webhook.id);
      this.events.record(webhookCreated, view.id, { object: factsOf(view), previous: {}, changedFields: [] });
      return { ...view, secret };
    });
  }

  update(actor: Actor, id: string, wanted: WebhookUpdate, version?: number): Promise<WebhookView> {
    const { enabled, ...input } = wanted;
    return this.changes.run(
      id,
      webhookUpdated,
      (webhook) => {
        // Before, because what waits goes to the new address.
        requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
        this.drafts.apply(webhook, input);
        requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
        if (enabled !== undefined) switchTo(webhook, enabled);
      },
      { version, wanted },
    );
  }

  enable(actor: Actor, id: string, version?: number): Promise<WebhookView> {
    return this.changes.run(
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
    return this.changes.run(id, webhookUpdated, (webhook) => switchTo(webhook, false), { version });
  }

  async remove(id: string, version?: number): Promise<void> {
    await this.changes.run(id, webhookDeleted, (webhook) => webhook.remove(), { version });
  }

  restore(actor: Actor, id: string): Promise<WebhookView> {
    return this.changes.run(
      id,
      webhookRestored,
      (webhook) => {
        requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
        webhook.restore();
      },
      { deleted: true },
    );
  }

  async rotateSecret(
    actor: Actor,
    id: string,
    { secret: given, overlapDays = 1 }: WebhookSecretRotation,
  ): Promise<NewWebhookView> {
    let secret = '';
    const view = await this.changes.run(id, webhookSecretRotated, async (webhook) => {
      requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
      secret = await this.secrets.rotate(webhook.id, given, overlapDays);
      webhook.updatedAt = new Date();
    });
    return { ...view, secret };
  }
}

// Switched as it is already: nothing to do, and no reason to write over.
function switchTo(webhook: Webhook, enabled: boolean): void {
  if (webhook.enabled === enabled) return;
  if (enabled) webhook.enable();
  else webhook.disable('manual');
}
