import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, Reader } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { SEND } from '../channels/channel-secret.js';
import { digestOf } from '../messages/default-text.js';
import type { Message } from '../messages/message.js';
import { eventColumns, OpenDeliveries, type EventRow, type OpenDelivery } from './open-deliveries.js';
import { NotificationTiming } from './timing.js';

/** How a delivery goes out: by itself, as the digest of all that wait, or not before its channel has rested. */
export type Turn =
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

/** Keeps a channel readable: a handful of messages a minute, and whatever is more becomes one that says so. */
@Injectable()
export class Bursts {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly open: OpenDeliveries,
    private readonly timing: NotificationTiming,
  ) {}

  async turnOf(delivery: OpenDelivery): Promise<Turn> {
    const load = await this.loadOf(delivery);
    // Begun before: the process died, or the service was away.
    if (load.members > 0) return this.digest(delivery);
    if (delivery.trigger !== 'event' || !delivery.channelId) return { kind: 'alone' };
    if (load.recent >= this.timing.burst) return { kind: 'wait', seconds: load.waitSeconds };
    if (load.recent + 1 + load.waiting <= this.timing.burst || load.waiting === 0) return { kind: 'alone' };
    await this.gather(delivery);
    return this.digest(delivery);
  }

  private async loadOf({ id, channelId }: OpenDelivery): Promise<Load> {
    const { burst, burstWindow } = this.timing;
    const recent = sql`from notification_deliveries where channel_id = ${channelId}::uuid and status = 'sent' and completed_at > now() - make_interval(secs => ${burstWindow}::float8) and trigger = 'event'`;
    const row = await this.reader.row<Load>(sql`
      select (select count(*) from notification_deliveries where digest_id = ${id}) as members, (select count(*) ${recent}) as recent,
        (select count(*) from notification_deliveries where channel_id = ${channelId}::uuid and status = 'pending' and trigger = 'event' and id <> ${id}) as waiting,
        coalesce((select extract(epoch from completed_at - now()) + ${burstWindow}::float8 ${recent} order by completed_at desc offset ${burst - 1}::int limit 1), 0)::float8 as "waitSeconds"`);
    return row ?? { members: 0, recent: 0, waiting: 0, waitSeconds: 0 };
  }

  /** Committed before it is sent: whatever happens then, every one of them says in which digest it is. */
  private gather({ id, channelId }: OpenDelivery): Promise<void> {
    return this.database.write(async () => {
      const gathered = await this.reader.rows<{ id: string }>(sql`
        update notification_deliveries set status = 'suppressed', digest_id = ${id}, collapsed_count = null, error_code = null, detail = null, next_attempt_at = null, completed_at = now()
        where id in (select id from notification_deliveries where channel_id = ${channelId}::uuid and status = 'pending' and trigger = 'event' and id <> ${id} order by created_at, id limit ${MOST_MEMBERS} for update)
        returning id`);
      const ids = gathered.map((row) => row.id);
      // A digest that was not sent yet brings those of which it would have told.
      await this.reader.rows(
        sql`update notification_deliveries set digest_id = ${id} where digest_id = any(${ids}::uuid[]) and id <> ${id}`,
      );
      await this.jobs.cancel(SEND, ids);
    });
  }

  private async digest({ id }: OpenDelivery): Promise<Turn> {
    const ofDigest = sql`from notification_deliveries d left join events e on e.id = d.event_id where d.id = ${id} or d.digest_id = ${id}`;
    const counts = await this.reader.rows<{ event: string; count: number }>(
      sql`select d.event, count(*) as count ${ofDigest} group by d.event order by 2 desc, 1 limit 10`,
    );
    const first = await this.reader.rows<EventRow>(
      sql`select ${eventColumns} ${ofDigest} order by d.created_at, d.id limit ${FEW}`,
    );
    const total = await this.reader.row<{ count: number }>(sql`select count(*) as count ${ofDigest}`);
    const tellings = await Promise.all(first.map((row) => this.open.tellingOf(row)));
    return {
      kind: 'digest',
      total: total?.count ?? 0,
      message: digestOf(
        total?.count ?? 0,
        counts.map(({ event, count }) => [event, count]),
        tellings,
      ),
    };
  }
}
