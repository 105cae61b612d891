import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, notFound } from '../../../kernel/errors.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { eventNotVisible, requireEventAccess } from '../../../platform/outbox/index.js';
import { canSeeRecord } from '../../../platform/visibility/index.js';
import type { NotificationDeliveryView } from './deliveries.dto.js';
import { NotificationDeliveriesQueries } from './deliveries.queries.js';
import { NotificationDeliveryQueue } from './notification-delivery-queue.js';
import { TestSending } from './sending/test-sending.js';

interface Resendable {
  readonly channelId: string | null;
  readonly event: string;
  readonly status: string;
  readonly isOpen: boolean;
  readonly creatorId: string | null;
  readonly isSeen: boolean;
}

@Injectable()
export class NotificationDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: NotificationDeliveriesQueries,
    private readonly queue: NotificationDeliveryQueue,
    private readonly tests: TestSending,
  ) {}

  async test(actor: Actor, channelId: string): Promise<NotificationDeliveryView> {
    return this.queries.get(actor, await this.tests.send(actor, channelId));
  }

  /**
   * Starts a new round with another Message-ID, because a mail client may hide a second mail with the same Message-ID.
   */
  resend(actor: Actor, id: string): Promise<NotificationDeliveryView> {
    return this.database.write(async () => {
      const row = await this.queryRunner.row<Resendable>(sql`
        select d.channel_id as "channelId", d.event, d.status, c.created_by_id
          as "creatorId",
          ${sql.join(
            [sql`true`, ...canSeeRecord(actor, sql.ref('d.resource_type'), sql.ref('d.resource_id'))],
            sql`
            and
            `,
          )} as "isSeen", d.channel_id is null or (c.enabled and c.deleted_at is null) as "isOpen"
        from notification_deliveries d left join notification_channels c on c.id = d.channel_id where d.id = ${id}
          for update of d`);
      if (!row) throw notFound('notification-delivery');
      requireEventAccess(actor, [row.event], row.creatorId);
      if (!row.isSeen) throw eventNotVisible();
      if (row.status === 'pending')
        throw new ConflictError('notification-delivery-pending', 'The delivery is still being sent.');
      if (!row.isOpen)
        throw new ConflictError('notification-channel-disabled', 'The channel of the delivery is disabled or deleted.');
      await this.queryRunner.rows(sql`
        update notification_deliveries set status = 'pending', trigger = case when trigger = 'event' then 'manual'
          else trigger end, attempts = 0, round = round + 1, digest_id = null, error_code = null, detail = null,
          next_attempt_at = null, completed_at = null, queued_at = now() where id = ${id}`);
      await this.queue.enqueue(id, row.channelId);
      return this.queries.get(actor, id);
    });
  }
}
