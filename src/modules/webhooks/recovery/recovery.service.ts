import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt, notFound } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Jobs, type StartedJobView } from '../../../platform/jobs/index.js';
import { requireEventAccess } from '../../../platform/outbox/index.js';
import { Webhook } from '../webhook.entity.js';
import { RECOVERABLE, type Recoverable, type WebhookRecovery } from './recovery.dto.js';

export const RECOVER = 'webhooks.recover';

/** Payload of a recovery job. */
export interface RecoveryOrder {
  readonly webhookId: string;
  readonly since: string;
  readonly until: string;
  readonly statuses: readonly Recoverable[];
  /**
   * The requesting user, if this user cannot see all records. The recovery then resends only events that the user can
   * see.
   */
  readonly seenBy?: string;
}

function requireSelection(since: string, until: string, statuses: readonly Recoverable[]): void {
  if (statuses.length === 0) throw invalidAt('#/statuses', 'empty', 'statuses must name at least one');
  if (Date.parse(since) >= Date.parse(until))
    throw invalidAt('#/until', 'not-after-since', 'until must be later than since');
}

/** Starts jobs that resend missed deliveries. */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  start(
    actor: Actor,
    webhookId: string,
    { since, until = new Date().toISOString(), statuses = [...RECOVERABLE] }: WebhookRecovery,
  ): Promise<StartedJobView> {
    requireSelection(since, until, statuses);
    return this.database.write(async (em) => {
      const webhook = await em.findOne(
        Webhook,
        { id: webhookId, deletedAt: null },
        { lockMode: LockMode.PESSIMISTIC_READ },
      );
      if (!webhook) throw notFound('webhook');
      requireEventAccess(actor, webhook.events, webhook.createdBy?.id ?? null);
      webhook.requireEnabled();
      const order: RecoveryOrder = {
        webhookId,
        since,
        until,
        statuses,
        ...(actor.recordAccess !== 'all' && { seenBy: actor.userId }),
      };
      const id = await this.jobs.start(actor, {
        kind: RECOVER,
        group: `webhook:${webhookId}:recovery`,
        payload: order,
      });
      return { id };
    });
  }
}
