import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newId } from '../../../kernel/entity.js';
import { notFound } from '../../../kernel/errors.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { EVENT_API_VERSION, publicEventId } from '../../../platform/outbox/index.js';
import { WebhookSender, type Sent } from '../sending/sender.js';
import { TEST_EVENT } from '../webhooks.events.js';
import { DeliveryReads, type Addressee } from './delivery-reads.js';
import { DeliveryRecords } from './delivery-records.js';
import { deliveryIdOf } from './fan-out.js';
import { verdictOn } from './verdict.js';

/** Sends a marked event at once, also to a disabled endpoint: it says nothing of how the endpoint fares otherwise, and is not tried again. */
@Injectable()
export class TestDelivery {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly reads: DeliveryReads,
    private readonly sender: WebhookSender,
    private readonly records: DeliveryRecords,
  ) {}

  /** Nothing is written before the answer is there: a process that ends meanwhile leaves nothing half done. */
  async send(webhookId: string): Promise<string> {
    const addressee = await this.reads.addressee(webhookId);
    if (!addressee) throw notFound('webhook');
    const eventId = newId();
    const deliveryId = deliveryIdOf(eventId, webhookId);
    const body = testBody(eventId, webhookId);
    const sent = await this.sender.send({ ...addressee, deliveryId, eventId, eventType: TEST_EVENT, body, number: 1 });
    await this.keep(addressee, { eventId, deliveryId, body }, sent);
    return deliveryId;
  }

  private keep(
    { webhookId }: Addressee,
    { eventId, deliveryId, body }: { eventId: string; deliveryId: string; body: string },
    sent: Sent,
  ): Promise<void> {
    return this.database.write(async () => {
      await this.reader.rows(
        sql`insert into webhook_messages (event_id, resource_type, resource_id, body) values (${eventId}, 'webhooks', ${webhookId}, ${body})`,
      );
      await this.reader.rows(
        sql`insert into webhook_deliveries (id, webhook_id, event_id, event_type, is_test) values (${deliveryId}, ${webhookId}, ${eventId}, ${TEST_EVENT}, true)`,
      );
      const { status, reason } = verdictOn(sent, undefined);
      await this.records.write([
        {
          deliveryId,
          webhookId,
          trigger: 'test',
          number: 1,
          sent,
          change: { status, reason, delaySeconds: null },
          isGone: false,
          pauseSeconds: undefined,
        },
      ]);
    });
  }
}

const testBody = (eventId: string, webhookId: string): string =>
  JSON.stringify({
    id: publicEventId(eventId),
    type: TEST_EVENT,
    timestamp: new Date().toISOString(),
    apiVersion: EVENT_API_VERSION,
    sequence: 0,
    actor: null,
    data: { test: true, object: { id: webhookId } },
  });
