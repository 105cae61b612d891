import { sql, type RawBuilder } from 'kysely';

export interface KindRow {
  readonly kind: string;
  readonly ready: number;
  readonly scheduled: number;
  readonly running: number;
  readonly dead: number;
  /** Waiting time of the oldest due job in seconds. */
  readonly lagSeconds: number;
}

export interface OutboxRow {
  readonly waiting: number;
  readonly lagSeconds: number;
  readonly deadLettered: number;
}

/** Returns the state of the queue by job kind. */
export const kindsQuery = (): RawBuilder<KindRow> => sql<KindRow>`
  with alive as (
    select kind, count(*) filter (where lease_token is null and run_at <= now())::int as ready, count(*)
      filter (where lease_token is null and run_at > now())::int as scheduled,
      count(*) filter (where lease_token is not null)::int as running, min(run_at) filter (where lease_token is null
        and run_at <= now()) as oldest
    from jobs group by kind),
  buried as (select kind, count(*)::int as dead from dead_jobs group by kind)
  select kind, coalesce(ready, 0) as ready, coalesce(scheduled, 0) as scheduled, coalesce(running, 0)
    as running, coalesce(dead, 0) as dead,
    greatest(0, coalesce(extract(epoch from now() - oldest), 0))::int as "lagSeconds"
  from alive full join buried using (kind) order by kind`;

/** Returns the state of the outbox: waiting and dead-lettered events. */
export const outboxQuery = (): RawBuilder<OutboxRow> => sql<OutboxRow>`
  select (select count(*)::int from events where dispatched_at is null and dead_lettered_at is null) as waiting,
    greatest(0, coalesce((select extract(epoch from now() - occurred_at)::int from events where dispatched_at is null
      and dead_lettered_at is null order by sequence limit 1), 0)) as "lagSeconds",
    (select count(*)::int from events where dead_lettered_at is not null) as "deadLettered"`;
