import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, QueryRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { SEND } from '../../channels/configs/channel-secret.js';
import { digestOf } from '../../messages/default-text.js';
import type { Message } from '../../messages/message.js';
import { eventColumns, OpenDeliveries, type EventRow, type OpenDelivery } from './open-deliveries.js';
import { NotificationTiming } from './notification-timing.js';

/**
 * The way of sending a delivery: alone, as a digest of all pending deliveries, or later because of the limit of the
 * channel.
 */
export type DispatchMode =
  | { readonly kind: 'alone' }
  | { readonly kind: 'digest'; readonly message: Message; readonly total: number }
  | { readonly kind: 'wait'; readonly seconds: number };

interface Load {
  readonly members: number;
  readonly recent: number;
  readonly waiting: number;
  readonly waitSeconds: number;
}

const MOST_MEMBERS = 5_000;
const FEW = 5;

/** Limits the messages of a channel. Deliveries above the limit become one digest. */
@Injectable()
export class Digests {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly open: OpenDeliveries,
    private readonly timing: NotificationTiming,
  ) {}

  async modeOf(delivery: OpenDelivery): Promise<DispatchMode> {
    const load = await this.loadOf(delivery);
    // The digest exists already: the process ended, or the service was not available.
    if (load.members > 0) return this.digest(delivery);
    if (delivery.trigger !== 'event' || !delivery.channelId) return { kind: 'alone' };
    if (load.recent >= this.timing.burst) return { kind: 'wait', seconds: load.waitSeconds };
    if (load.recent + 1 + load.waiting <= this.timing.burst || load.waiting === 0) return { kind: 'alone' };
    await this.collectMembers(delivery);
    return this.digest(delivery);
  }

  private async loadOf({ id, channelId }: OpenDelivery): Promise<Load> {
    const { burst, burstWindow } = this.timing;
    const recent = sql`from notification_deliveries where channel_id = ${channelId}::uuid and status = 'sent'
      and completed_at > now() - make_interval(secs => ${burstWindow}::float8) and trigger = 'event'`;
    const row = await this.queryRunner.row<Load>(sql`
      select (select count(*) from notification_deliveries where digest_id = ${id})
        as members, (select count(*) ${recent}) as recent,
        (select count(*) from notification_deliveries where channel_id = ${channelId}::uuid and status = 'pending'
          and trigger = 'event' and id <> ${id}) as waiting,
        coalesce((select extract(epoch from completed_at - now()) + ${burstWindow}::float8 ${recent}
          order by completed_at desc offset ${burst - 1}::int limit 1), 0)::float8 as "waitSeconds"`);
    return row ?? { members: 0, recent: 0, waiting: 0, waitSeconds: 0 };
  }

  /** Commits the digest before it is sent, so that after any failure each member refers to its digest. */
  private collectMembers({ id, channelId }: OpenDelivery): Promise<void> {
    return this.database.write(async () => {
      const members = await this.queryRunner.rows<{ id: string }>(sql`
        update notification_deliveries set status = 'suppressed', digest_id = ${id}, collapsed_count = null, error_code
          = null, detail = null, next_attempt_at = null, completed_at = now()
        where id in (select id from notification_deliveries where channel_id = ${channelId}::uuid and status = 'pending'
          and trigger = 'event' and id <> ${id} order by created_at, id limit ${MOST_MEMBERS} for update)
        returning id`);
      const ids = members.map((row) => row.id);
      // A digest that was not sent passes its members to this digest.
      await this.queryRunner.rows(
        sql`update notification_deliveries set digest_id = ${id} where digest_id = any(${ids}::uuid[]) and id <> ${id}`,
      );
      await this.jobs.cancel(SEND, ids);
    });
  }

  private async digest({ id }: OpenDelivery): Promise<DispatchMode> {
    const ofDigest = sql`from notification_deliveries d left join events e on e.id = d.event_id where d.id = ${id}
      or d.digest_id = ${id}`;
    const counts = await this.queryRunner.rows<{ event: string; count: number }>(
      sql`select d.event, count(*) as count ${ofDigest} group by d.event order by 2 desc, 1 limit 10`,
    );
    const first = await this.queryRunner.rows<EventRow>(
      sql`select ${eventColumns} ${ofDigest} order by d.created_at, d.id limit ${FEW}`,
    );
    const total = await this.queryRunner.row<{ count: number }>(sql`select count(*) as count ${ofDigest}`);
    const notifications = await Promise.all(first.map((row) => this.open.notificationOf(row)));
    return {
      kind: 'digest',
      total: total?.count ?? 0,
      message: digestOf(
        total?.count ?? 0,
        counts.map(({ event, count }) => [event, count]),
        notifications,
      ),
    };
  }
}
