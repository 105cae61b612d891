import { Migration } from '@mikro-orm/migrations';

/** The lease queue, long work with its progress, the clock of scheduled jobs, and what the relay needs of the outbox. */
export class Migration20261121000006_jobs extends Migration {
  override up(): void {
    this.addSql(`
-- Narrow and short-lived: a job that succeeded is deleted, its history is in the tables it worked on.
create table jobs (
  id uuid primary key,
  sequence bigint generated always as identity,
  kind varchar(50) not null,
  ref_id uuid not null,
  group_key varchar(150) not null,
  priority smallint not null default 1 check (priority between 0 and 2),
  payload jsonb,
  run_at timestamptz(3) not null default now(),
  attempts smallint not null default 0,
  lease_token uuid,
  lease_until timestamptz(3),
  last_error text,
  created_at timestamptz(3) not null default now(),
  unique (kind, ref_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500);
create index jobs_ready_idx on jobs (group_key, priority, run_at, sequence) where lease_token is null;
create index jobs_order_idx on jobs (group_key, sequence);
create index jobs_leased_idx on jobs (group_key, lease_until) where lease_token is not null;
create index jobs_created_at_idx on jobs (created_at, id);

create table job_groups (
  group_key varchar(150) primary key,
  max_concurrency smallint not null default 4 check (max_concurrency between 1 and 100),
  is_ordered boolean not null default false,
  paused_until timestamptz(3),
  consecutive_failures integer not null default 0,
  failing_since timestamptz(3)
);

-- One claim at a time, so that a group's cap is exact: what waits for the lock sees what the one before it has claimed,
-- because each statement of a volatile function has a snapshot of its own. A statement of its own for its caller: a process
-- that stops in the middle of it holds nobody up.
create function claim_jobs(kinds varchar[], free integer[], lease_seconds integer[])
returns table (id uuid, kind varchar, ref_id uuid, group_key varchar, priority smallint, payload jsonb, attempts smallint, lease_token uuid, created_at timestamptz)
language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(4702111503);
  update jobs set lease_token = null, lease_until = null where lease_token is not null and lease_until < now();
  return query
  with wanted as (select * from unnest(kinds, free, lease_seconds) as w (kind, free, seconds) where free > 0),
  leased as (select group_key, count(*)::int as held from jobs where lease_token is not null group by group_key),
  room as (
    select g.group_key, g.is_ordered, case when g.is_ordered or g.consecutive_failures >= 5 then 1 else g.max_concurrency end - coalesce(l.held, 0) as room
    from job_groups g left join leased l using (group_key) where g.paused_until is null or g.paused_until <= now()),
  candidate as (
    select found.*, row_number() over (partition by found.group_key order by found.priority, found.run_at, found.sequence) as turn, room.room
    from room cross join (values (0::smallint), (1), (2)) as level (priority)
    cross join lateral (
      select j.id, j.kind, j.group_key, j.priority, j.run_at, j.sequence from jobs j
      where j.lease_token is null and j.group_key = room.group_key and j.priority = level.priority and j.run_at <= now() and j.kind = any(kinds)
      order by j.run_at, j.sequence limit room.room) found
    where room.room > 0 and not room.is_ordered
    union all
    select head.id, head.kind, head.group_key, head.priority, head.run_at, head.sequence, 1, 1
    from room cross join lateral (select j.* from jobs j where j.group_key = room.group_key order by j.sequence limit 1) head
    where room.is_ordered and head.lease_token is null and head.run_at <= now()),
  ranked as (
    select candidate.id, wanted.seconds, wanted.free, row_number() over (partition by candidate.kind order by candidate.priority, candidate.turn, candidate.run_at, candidate.sequence) as place
    from candidate join wanted on wanted.kind = candidate.kind where candidate.turn <= candidate.room)
  update jobs j set lease_token = gen_random_uuid(), lease_until = now() + make_interval(secs => ranked.seconds), attempts = j.attempts + 1
  from ranked where ranked.place <= ranked.free and j.id = ranked.id and j.lease_token is null
  returning j.id, j.kind, j.ref_id, j.group_key, j.priority, j.payload, j.attempts, j.lease_token, j.created_at;
end $$;

create table dead_jobs (
  id uuid primary key,
  kind varchar(50) not null,
  ref_id uuid not null,
  group_key varchar(150) not null,
  priority smallint not null,
  payload jsonb,
  attempts smallint not null,
  last_error text,
  created_at timestamptz(3) not null,
  died_at timestamptz(3) not null default now()
);
create index dead_jobs_created_at_idx on dead_jobs (created_at, id);
create index dead_jobs_kind_idx on dead_jobs (kind, died_at);
create index dead_jobs_died_at_idx on dead_jobs (died_at);

-- Long work that somebody asked for and watches: it outlives its place in the queue.
create table job_runs (
  id uuid primary key,
  kind varchar(50) not null,
  status varchar(20) not null default 'waiting' check (status in ('waiting', 'running', 'succeeded', 'failed', 'cancelled')),
  progress_done integer not null default 0,
  progress_total integer,
  result jsonb,
  error text,
  created_by_id uuid references users on delete set null,
  created_at timestamptz(3) not null default now(),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  cancel_requested_at timestamptz(3)
);
create index job_runs_created_by_id_idx on job_runs (created_by_id);
create index job_runs_created_at_idx on job_runs (created_at, id);
create index job_runs_finished_at_idx on job_runs (finished_at);

create table scheduled_jobs (
  name varchar(100) primary key,
  enabled boolean not null default true,
  last_slot_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  updated_by_id uuid references users on delete set null
);
create index scheduled_jobs_updated_by_id_idx on scheduled_jobs (updated_by_id);

create table scheduled_job_runs (
  id uuid primary key,
  name varchar(100) not null references scheduled_jobs on delete cascade,
  slot_at timestamptz(3) not null,
  trigger varchar(20) not null default 'schedule' check (trigger in ('schedule', 'manual')),
  status varchar(20) not null default 'waiting' check (status in ('waiting', 'succeeded', 'failed', 'skipped')),
  attempts smallint not null default 0,
  result jsonb,
  error text,
  created_at timestamptz(3) not null default now(),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  unique (name, slot_at, trigger)
);
create index scheduled_job_runs_name_idx on scheduled_job_runs (name, created_at, id);
create index scheduled_job_runs_created_at_idx on scheduled_job_runs (created_at, id);

-- The number that the world sees. Given by the relay, one relay at a time: whoever reads up to a number has missed nothing below it,
-- which numbers given at insert cannot promise, because transactions commit in another order.
alter table events add column feed_sequence bigint unique;
alter table events add column retry_at timestamptz(3);
alter table events add column parked_at timestamptz(3);
create sequence events_feed_sequence;
drop index events_waiting_idx;
create index events_waiting_idx on events (sequence) where dispatched_at is null and parked_at is null;
create index events_feed_type_idx on events (type, feed_sequence);
create index events_occurred_at_idx on events (occurred_at);
create index events_parked_idx on events (parked_at) where parked_at is not null;

insert into permissions (resource, action, description) values
  ('jobs', 'read', 'See jobs and scheduled jobs'),
  ('jobs', 'manage', 'Redrive and cancel jobs, run and switch scheduled jobs'),
  ('events', 'read', 'Read the event feed');
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on r.name = 'admin' and p.resource in ('jobs', 'events');
`);
  }

  override down(): void {
    this.addSql(`
delete from permissions where resource in ('jobs', 'events');
drop index events_parked_idx, events_occurred_at_idx, events_feed_type_idx, events_waiting_idx;
create index events_waiting_idx on events (sequence) where dispatched_at is null;
alter table events drop column parked_at, drop column retry_at, drop column feed_sequence;
drop sequence events_feed_sequence;
drop function claim_jobs(varchar[], integer[], integer[]);
drop table scheduled_job_runs, scheduled_jobs, job_runs, dead_jobs, job_groups, jobs;
`);
  }
}
