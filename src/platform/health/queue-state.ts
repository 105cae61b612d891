import { sql, type RawBuilder } from 'kysely';

export interface KindRow {
  readonly kind: string;
  readonly ready: number;
  readonly scheduled: number;
  readonly running: number;
  readonly dead: number;
  /** Seconds that the oldest due job has waited. */
  readonly lagSeconds: number;
}

export interface OutboxRow {
  readonly waiting: number;
  readonly lagSeconds: number;
  readonly parked: number;
}

/** How the queue stands, by kind. */
export const kindsQuery = (): RawBuilder<KindRow> => sql<KindRow>`
  with alive as (
    select kind, count(*) filter (where lease_token is null and run_at <= now())::int as ready, count(*) filter (where lease_token is null and run_at > now())::int as scheduled,
      count(*) filter (where lease_token is not null)::int as running, min(run_at) filter (where lease_token is null and run_at <= now()) as oldest
    from jobs group by kind),
  buried as (select kind, count(*)::int as dead from dead_jobs group by kind)
  select kind, coalesce(ready, 0) as ready, coalesce(scheduled, 0) as scheduled, coalesce(running, 0) as running, coalesce(dead, 0) as dead,
    coalesce(extract(epoch from now() - oldest), 0)::int as "lagSeconds"
  from alive full join buried using (kind) order by kind`;

/** How the outbox stands: what the relay has not dealt with, and what it has put aside. */
export const outboxQuery = (): RawBuilder<OutboxRow> => sql<OutboxRow>`
  select (select count(*)::int from events where dispatched_at is null and parked_at is null) as waiting,
    coalesce((select extract(epoch from now() - occurred_at)::int from events where dispatched_at is null and parked_at is null order by sequence limit 1), 0) as "lagSeconds",
    (select count(*)::int from events where parked_at is not null) as parked`;
