import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, notFound } from '../../../kernel/errors.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { manualGroupOf } from '../webhook.entity.js';
import type { WebhookDeliveryDetailView } from './deliveries.dto.js';
import { WebhookDeliveriesQueries } from './deliveries.queries.js';
import { DELIVER, RESEND } from './webhook-delivery-queue.js';

interface Resendable {
  readonly webhookId: string;
  readonly isEnabled: boolean;
  readonly isDeleted: boolean;
  readonly hasBody: boolean;
}

/** Sends a delivery again with the same id and body and a new signature. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly jobs: Jobs,
    private readonly queries: WebhookDeliveriesQueries,
  ) {}

  resend(actor: Actor, id: string): Promise<WebhookDeliveryDetailView> {
    return this.database.write(async () => {
      const delivery = await this.resendable(id);
      if (!delivery || delivery.isDeleted) throw notFound('webhook-delivery');
      const view = await this.queries.get(actor, id);
      if (!delivery.isEnabled) throw new ConflictError('webhook-disabled', 'The webhook is disabled; enable it first.');
      if (!delivery.hasBody)
        throw new ConflictError('payload-expunged', 'The request body was deleted and cannot be sent again.');
      if ((await this.jobs.isAtWork(DELIVER, id)) || (await this.jobs.isAtWork(RESEND, id)))
        throw new ConflictError('delivery-in-progress', 'The delivery is being sent right now.');
      await this.jobs.enqueue([{ kind: RESEND, refId: id, group: manualGroupOf(delivery.webhookId), priority: 0 }]);
      return view;
    });
  }

  private resendable(id: string): Promise<Resendable | undefined> {
    return this.queryRunner.row<Resendable>(sql`
      select d.webhook_id as "webhookId", w.enabled as "isEnabled", w.deleted_at is not null as "isDeleted", m.body
        is not null as "hasBody"
      from webhook_deliveries d join webhooks w on w.id = d.webhook_id join webhook_messages m
        on m.event_id = d.event_id where d.id = ${id}::uuid for update of d`);
  }
}
