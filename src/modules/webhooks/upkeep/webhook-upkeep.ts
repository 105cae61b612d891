import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database, Reader } from '../../../platform/database/index.js';
import { EndpointHealth } from '../deliveries/endpoint-health.js';

const FAILING_DAYS = 5;
const LEAST_ATTEMPTS = 10;
const LEAST_EVENTS = 2;
const BATCH = 1_000;

/** What is done about webhooks from time to time. Any number of instances may do it at once. */
@Injectable()
export class WebhookUpkeep {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly health: EndpointHealth,
  ) {}

  /** Disables endpoints that failed for days without one success: not for one bad event, and not for a few attempts. Gives how many. */
  async disableFailing(): Promise<number> {
    const failing = await this.reader.rows<{ id: string }>(sql`
      select w.id from webhooks w cross join lateral (
        select count(*) as attempts, count(distinct d.event_id) as events from webhook_attempts a join webhook_deliveries d on d.id = a.delivery_id
        where a.webhook_id = w.id and a.started_at >= w.failing_since - interval '1 minute' and a.trigger <> 'test') tried
      where w.enabled and w.deleted_at is null and w.failing_since < now() - make_interval(days => ${FAILING_DAYS}::int) and tried.attempts >= ${LEAST_ATTEMPTS}::int and tried.events >= ${LEAST_EVENTS}::int
      order by w.id`);
    let disabled = 0;
    for (const { id } of failing) disabled += await this.disable(id);
    return disabled;
  }

  /** Deletes what was sent and answered more than so many days ago; the deliveries and how they went stay. */
  async pruneBodies(days = 30): Promise<number> {
    const old = sql`now() - make_interval(days => ${days}::int)`;
    const answers = await this.batches(
      sql`update webhook_attempts set response_body = null where id in (select id from webhook_attempts where response_body is not null and started_at < ${old} limit ${sql.lit(BATCH)} for update skip locked) returning 1`,
    );
    const bodies = await this.batches(
      sql`update webhook_messages set body = null where event_id in (select event_id from webhook_messages where body is not null and created_at < ${old} limit ${sql.lit(BATCH)} for update skip locked) returning 1`,
    );
    return answers + bodies;
  }

  /** Deletes deliveries that were made more than so many days ago, with their attempts; what still waits is kept. */
  async pruneDeliveries(days = 90): Promise<number> {
    const old = sql`now() - make_interval(days => ${days}::int)`;
    const gone = await this.batches(
      sql`delete from webhook_deliveries where id in (select id from webhook_deliveries where created_at < ${old} and status <> 'pending' limit ${sql.lit(BATCH)} for update skip locked) returning 1`,
    );
    await this.batches(sql`
      delete from webhook_messages where event_id in (
        select m.event_id from webhook_messages m where m.created_at < ${old} and not exists (select 1 from webhook_deliveries d where d.event_id = m.event_id) limit ${sql.lit(BATCH)} for update skip locked) returning 1`);
    return gone;
  }

  private disable(id: string): Promise<number> {
    return this.database.write(async () => {
      const still = await this.reader.row(
        sql`select 1 from webhooks where id = ${id}::uuid and failing_since < now() - make_interval(days => ${FAILING_DAYS}::int) for update`,
      );
      return still ? (await this.health.disable([id], 'failing')).length : 0;
    });
  }

  /** Small transactions: whoever sends meanwhile waits for none of them. */
  private async batches(statement: RawBuilder<unknown>): Promise<number> {
    let all = 0;
    for (let found = BATCH; found === BATCH; all += found) found = (await this.reader.rows(statement)).length;
    return all;
  }
}
