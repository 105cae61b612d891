import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { EndpointHealth } from '../deliveries/attempts/endpoint-health.js';

const FAILING_DAYS = 5;
const LEAST_ATTEMPTS = 10;
const LEAST_EVENTS = 2;
const BATCH = 1_000;

/** Maintenance of webhooks. Several instances can run the maintenance at the same time. */
@Injectable()
export class WebhookMaintenance {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
    private readonly health: EndpointHealth,
  ) {}

  /**
   * Disables webhooks that failed for five days without a success, after at least ten attempts and two events. Returns
   * the number of disabled webhooks.
   */
  async disableFailing(): Promise<number> {
    const failing = await this.queryRunner.rows<{ id: string }>(sql`
      select w.id from webhooks w cross join lateral (
        select count(*) as attempts, count(distinct d.event_id) as events from webhook_attempts a
          join webhook_deliveries d on d.id = a.delivery_id
        where a.webhook_id = w.id and a.started_at >= w.failing_since - interval '1 minute'
          and a.trigger <> 'test') tried
      where w.enabled and w.deleted_at is null and w.failing_since < now() - make_interval(days => ${FAILING_DAYS}::int)
        and tried.attempts >= ${LEAST_ATTEMPTS}::int and tried.events >= ${LEAST_EVENTS}::int
      order by w.id`);
    let disabled = 0;
    for (const { id } of failing) disabled += await this.disable(id);
    return disabled;
  }

  /** Deletes request and response bodies that are older than `days`. Deliveries and attempts stay. */
  async pruneBodies(days = 30): Promise<number> {
    const old = sql`now() - make_interval(days => ${days}::int)`;
    const answers = await this.batches(
      sql`update webhook_attempts set response_body = null where id in (select id from webhook_attempts
        where response_body is not null and started_at < ${old} limit ${sql.lit(BATCH)} for update skip locked)
        returning 1`,
    );
    const bodies = await this.batches(
      sql`update webhook_messages set body = null where event_id in (select event_id from webhook_messages where body
        is not null and created_at < ${old} limit ${sql.lit(BATCH)} for update skip locked) returning 1`,
    );
    return answers + bodies;
  }

  /** Deletes deliveries that are older than `days`, with their attempts. Pending deliveries stay. */
  async pruneDeliveries(days = 90): Promise<number> {
    const old = sql`now() - make_interval(days => ${days}::int)`;
    const gone = await this.batches(
      sql`delete from webhook_deliveries where id in (select id from webhook_deliveries where created_at < ${old}
        and status <> 'pending' limit ${sql.lit(BATCH)} for update skip locked) returning 1`,
    );
    await this.batches(sql`
      delete from webhook_messages where event_id in (
        select m.event_id from webhook_messages m where m.created_at < ${old} and not exists (select 1
          from webhook_deliveries d where d.event_id = m.event_id) limit ${sql.lit(BATCH)} for update skip locked)
          returning 1`);
    return gone;
  }

  private disable(id: string): Promise<number> {
    return this.database.write(async () => {
      const still = await this.queryRunner.row(
        sql`select 1 from webhooks where id = ${id}::uuid
          and failing_since < now() - make_interval(days => ${FAILING_DAYS}::int) for update`,
      );
      return still ? (await this.health.disable([id], 'failing')).length : 0;
    });
  }

  /** Repeats the statement in small transactions, so that deliveries in progress do not wait. */
  private async batches(statement: RawBuilder<unknown>): Promise<number> {
    let all = 0;
    for (let found = BATCH; found === BATCH; all += found) found = (await this.queryRunner.rows(statement)).length;
    return all;
  }
}
