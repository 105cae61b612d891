import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newId } from '../../../kernel/entity.js';
import { notFound } from '../../../kernel/errors.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { EVENT_API_VERSION, publicEventId } from '../../../platform/outbox/index.js';
import { WebhookSender, type Sent } from '../sending/webhook-sender.js';
import { TEST_EVENT } from '../webhooks.events.js';
import { DeliveryReads, type Addressee } from './attempts/delivery-reads.js';
import { DeliveryRecords } from './attempts/delivery-records.js';
import { webhookDeliveryIdOf } from './webhook-fan-out.js';
import { outcomeOf } from './attempts/delivery-outcome.js';

/**
 * Sends a test event at once, also to a disabled webhook. The result does not change the health of the webhook. A
 * failure is not retried.
 */
@Injectable()
export class TestDelivery {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly reads: DeliveryReads,
    private readonly sender: WebhookSender,
    private readonly records: DeliveryRecords,
  ) {}

  /** Writes no rows before the response, so that a process that ends early leaves no partial delivery. */
  async send(webhookId: string): Promise<string> {
    const addressee = await this.reads.addressee(webhookId);
    if (!addressee) throw notFound('webhook');
    const eventId = newId();
    const deliveryId = webhookDeliveryIdOf(eventId, webhookId);
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
      await this.queryRunner.rows(
        sql`insert into webhook_messages (event_id, resource_type, resource_id, body)
          values (${eventId}, 'webhooks', ${webhookId}, ${body})`,
      );
      await this.queryRunner.rows(
        sql`insert into webhook_deliveries (id, webhook_id, event_id, event_type, is_test)
          values (${deliveryId}, ${webhookId}, ${eventId}, ${TEST_EVENT}, true)`,
      );
      const { status, reason } = outcomeOf(sent, undefined);
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
