import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict, notFound } from '../../../kernel/errors.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { manualGroupOf } from '../webhook.entity.js';
import type { WebhookDeliveryDetailView } from './deliveries.dto.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { DELIVER, RESEND } from './delivery-queue.js';

interface Resendable {
  readonly webhookId: string;
  readonly isEnabled: boolean;
  readonly isDeleted: boolean;
  readonly hasBody: boolean;
}

/** Sends again what was sent before: the same id and the same bytes, signed anew. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly jobs: Jobs,
    private readonly queries: DeliveriesQueries,
  ) {}

  resend(actor: Actor, id: string): Promise<WebhookDeliveryDetailView> {
    return this.database.write(async () => {
      const delivery = await this.resendable(id);
      if (!delivery || delivery.isDeleted) throw notFound('webhook-delivery');
      const view = await this.queries.get(actor, id);
      if (!delivery.isEnabled) throw new Conflict('webhook-disabled', 'The webhook is disabled: enable it first.');
      if (!delivery.hasBody)
        throw new Conflict('payload-expunged', 'What was sent is deleted by now and cannot be sent again.');
      if ((await this.jobs.isAtWork(DELIVER, id)) || (await this.jobs.isAtWork(RESEND, id)))
        throw new Conflict('delivery-in-progress', 'The delivery is being sent at this moment.');
      await this.jobs.enqueue([{ kind: RESEND, refId: id, group: manualGroupOf(delivery.webhookId), priority: 0 }]);
      return view;
    });
  }

  private resendable(id: string): Promise<Resendable | undefined> {
    return this.reader.row<Resendable>(sql`
      select d.webhook_id as "webhookId", w.enabled as "isEnabled", w.deleted_at is not null as "isDeleted", m.body is not null as "hasBody"
      from webhook_deliveries d join webhooks w on w.id = d.webhook_id join webhook_messages m on m.event_id = d.event_id where d.id = ${id}::uuid for update of d`);
  }
}
