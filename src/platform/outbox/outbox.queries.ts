import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { ADVISORY_LOCKS, QueryRunner } from '../database/index.js';
import type { OutboxEvent } from './subscriber.js';

export const MOST_TRIES = 10;

export interface Fault {
  readonly id: string;
  readonly error: string;
}

/** The SQL statements of the relay, all in its transaction. */
@Injectable()
export class OutboxQueries {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Allows one relay at a time, so that events become visible in order of their numbers. */
  async tryLock(): Promise<boolean> {
    return (
      (
        await this.queryRunner.row<{ mine: boolean }>(
          sql`select pg_try_advisory_xact_lock(${ADVISORY_LOCKS.relay}::bigint) as mine`,
        )
      )?.mine ?? false
    );
  }

  /** Selects by the flag and not by number, because rows become visible in order of commits. */
  async waiting(limit: number, only?: readonly string[]): Promise<OutboxEvent[]> {
    const among = only ? sql`and id = any(${[...only]}::uuid[])` : sql``;
    const rows = await this.queryRunner.rows<Omit<OutboxEvent, 'sequence'>>(sql`
      select id, type, resource_type as "resourceType", resource_id as "resourceId", payload, actor, request_id
        as "requestId", occurred_at as "occurredAt"
      from events where dispatched_at is null and dead_lettered_at is null and (retry_at is null or retry_at <= now()) ${among}
        order by sequence limit ${sql.lit(limit)} for update skip locked`);
    if (rows.length === 0) return [];
    const numbers = await this.queryRunner.rows<{ number: string | number }>(
      sql`select nextval('events_feed_sequence') as number from generate_series(1, ${rows.length}::int)`,
    );
    return rows.map((row, index) => ({ ...row, sequence: Number(numbers[index]?.number) }));
  }

  async markDispatched(events: readonly OutboxEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.queryRunner.rows(sql`
      update events e set dispatched_at = now(), feed_sequence = given.sequence
      from unnest(${events.map(({ id }) => id)}::uuid[], ${events.map(({ sequence }) => sequence)}::bigint[])
        as given (id, sequence) where e.id = given.id`);
  }

  /**
   * Increases the delay up to five minutes. After ten attempts the event is dead-lettered, so that it does not block
   * others. Returns the dead-lettered events.
   */
  async markFailed(faults: readonly Fault[]): Promise<{ id: string; type: string; error: string }[]> {
    if (faults.length === 0) return [];
    return this.queryRunner.rows(sql`
      with given as (select * from jsonb_to_recordset(${JSON.stringify(faults)}::jsonb) as f (id uuid, error text)),
      failed as (
        update events e set attempts = e.attempts + 1, last_error =
          left(given.error, 1000), retry_at = now() + make_interval(secs => least(300, 2 ^ e.attempts)),
          dead_lettered_at = case when e.attempts + 1 >= ${sql.lit(MOST_TRIES)} then now() end
        from given where e.id = given.id and e.dispatched_at is null returning e.id, e.type, e.last_error
          as error, e.dead_lettered_at)
      select id, type, error from failed where dead_lettered_at is not null`);
  }
}
