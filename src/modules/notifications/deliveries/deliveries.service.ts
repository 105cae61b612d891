import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict, notFound } from '../../../kernel/errors.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { eventOutOfSight, requireEventAccess } from '../../../platform/outbox/index.js';
import { seesRecord } from '../../../platform/sight/index.js';
import type { NotificationDeliveryView } from './deliveries.dto.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { DeliveryQueue } from './delivery-queue.js';
import { TestSending } from './test-sending.js';

interface Resendable {
  readonly channelId: string | null;
  readonly event: string;
  readonly status: string;
  readonly isOpen: boolean;
  readonly makerId: string | null;
  readonly isSeen: boolean;
}

/** What people can do with deliveries. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly queries: DeliveriesQueries,
    private readonly queue: DeliveryQueue,
    private readonly tests: TestSending,
  ) {}

  async test(actor: Actor, channelId: string): Promise<NotificationDeliveryView> {
    return this.queries.get(await this.tests.send(actor, channelId));
  }

  /** A new round: a mail gets another Message-ID, or whoever got the first one would not see it. */
  resend(actor: Actor, id: string): Promise<NotificationDeliveryView> {
    return this.database.write(async () => {
      const row = await this.reader.row<Resendable>(sql`
        select d.channel_id as "channelId", d.event, d.status, c.created_by_id as "makerId", ${sql.join([sql`true`, ...seesRecord(actor, sql.ref('d.resource_type'), sql.ref('d.resource_id'))], sql` and `)} as "isSeen", d.channel_id is null or (c.enabled and c.deleted_at is null) as "isOpen"
        from notification_deliveries d left join notification_channels c on c.id = d.channel_id where d.id = ${id} for update of d`);
      if (!row) throw notFound('notification-delivery');
      requireEventAccess(actor, [row.event], row.makerId);
      if (!row.isSeen) throw eventOutOfSight();
      if (row.status === 'pending')
        throw new Conflict('notification-delivery-pending', 'The delivery is still being sent.');
      if (!row.isOpen)
        throw new Conflict('notification-channel-disabled', 'The channel of the delivery is disabled or deleted.');
      await this.reader.rows(sql`
        update notification_deliveries set status = 'pending', trigger = case when trigger = 'event' then 'manual' else trigger end, attempts = 0, round = round + 1, digest_id = null, error_code = null, detail = null,
          next_attempt_at = null, completed_at = null, queued_at = now() where id = ${id}`);
      await this.queue.enqueue(id, row.channelId);
      return this.queries.get(id);
    });
  }
}
