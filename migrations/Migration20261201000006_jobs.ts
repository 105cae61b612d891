import { Migration } from '@mikro-orm/migrations';
import { claimJobs } from './functions/claim-jobs.js';
import { dropFunctions } from './triggers.js';

/** The job queue, long-running work and the schedule. */
export class Migration20261201000006_jobs extends Migration {
  override up(): void {
    this.addSql(jobs);
    this.addSql(jobGroups);
    this.addSql(deadJobs);
    this.addSql(jobRuns);
    this.addSql(scheduledJobs);
    this.addSql(scheduledJobRuns);
    this.addSql(claimJobs);
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql(dropFunctions(claimJobs));
    this.addSql('drop table scheduled_job_runs, scheduled_jobs, job_runs, dead_jobs, job_groups, jobs;');
  }
}

const jobs = `
create table jobs (
  id uuid primary key,
  sequence bigint generated always as identity,
  kind varchar(50) not null,
  ref_id uuid not null,
  group_key varchar(150) not null,
  priority smallint not null default 1 check (priority between 0 and 2),
  payload jsonb,
  run_at timestamptz(3) not null default now(),
  waits_since timestamptz(3) not null default now(),
  attempts smallint not null default 0,
  lease_token uuid,
  lease_until timestamptz(3),
  last_error text,
  created_at timestamptz(3) not null default now(),
  unique (kind, ref_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500);
create index jobs_created_at_idx on jobs (created_at, id);
create index jobs_leased_idx on jobs (group_key, lease_until) where lease_token is not null;
create index jobs_order_idx on jobs (group_key, sequence);
create index jobs_ready_idx on jobs (group_key, priority, run_at, sequence) where lease_token is null;
comment on table jobs is 'A job that waits or runs. A job that succeeded is deleted.';
comment on column jobs.sequence is 'Order of ordered groups.';
comment on column jobs.ref_id is 'Id that the handler of the kind understands, such as the delivery.';
comment on column jobs.priority is '0 is highest, 2 is lowest.';
comment on column jobs.waits_since is
  'When waiting began. A time in the future was written before the clock was set back.';
comment on column jobs.lease_token is 'Proof of the worker that claimed the job; null while it waits.';
`;

const jobGroups = `
create table job_groups (
  group_key varchar(150) primary key,
  max_concurrency smallint not null default 4 check (max_concurrency between 1 and 100),
  is_ordered boolean not null default false,
  paused_until timestamptz(3),
  consecutive_failures integer not null default 0,
  failing_since timestamptz(3)
);
comment on table job_groups is 'A group of jobs with one concurrency limit, such as one webhook.';
comment on column job_groups.is_ordered is 'Whether jobs run one after the other in their order.';
comment on column job_groups.consecutive_failures is 'From five on, one job at a time is tried.';
`;

const deadJobs = `
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
create index dead_jobs_died_at_idx on dead_jobs (died_at);
create index dead_jobs_kind_idx on dead_jobs (kind, died_at);
comment on table dead_jobs is 'A job without attempts left. An administrator can retry the job.';
comment on column dead_jobs.ref_id is 'Id that the handler of the kind understands, such as the delivery.';
`;

const jobRuns = `
create table job_runs (
  id uuid primary key,
  kind varchar(50) not null,
  status varchar(20) not null default 'waiting'
    check (status in ('waiting', 'running', 'succeeded', 'failed', 'cancelled')),
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
create index job_runs_created_at_idx on job_runs (created_at, id);
create index job_runs_created_by_id_idx on job_runs (created_by_id);
create index job_runs_finished_at_idx on job_runs (finished_at);
create index job_runs_status_idx on job_runs (status, created_at, id);
comment on table job_runs is 'Long work that a user requested, with its progress.';
`;

const scheduledJobs = `
create table scheduled_jobs (
  name varchar(100) primary key,
  enabled boolean not null default true,
  last_slot_at timestamptz(3) not null default now(),
  updated_by_id uuid references users on delete set null,
  updated_at timestamptz(3) not null default now()
);
create index scheduled_jobs_updated_by_id_idx on scheduled_jobs (updated_by_id);
comment on table scheduled_jobs is 'A job of the schedule and the last time at which it was due.';
comment on column scheduled_jobs.last_slot_at is 'Last due time for which a run was created.';
`;

const scheduledJobRuns = `
create table scheduled_job_runs (
  id uuid primary key,
  name varchar(100) not null references scheduled_jobs on delete cascade,
  slot_at timestamptz(3) not null,
  trigger varchar(20) not null default 'schedule' check (trigger in ('schedule', 'manual')),
  status varchar(20) not null default 'waiting'
    check (status in ('waiting', 'running', 'succeeded', 'failed', 'skipped')),
  attempts smallint not null default 0,
  result jsonb,
  error text,
  created_at timestamptz(3) not null default now(),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  unique (name, slot_at, trigger)
);
create index scheduled_job_runs_created_at_idx on scheduled_job_runs (created_at, id);
create index scheduled_job_runs_name_idx on scheduled_job_runs (name, created_at, id);
comment on table scheduled_job_runs is 'A run of a scheduled job.';
comment on column scheduled_job_runs.slot_at is 'Due time that the run serves.';
`;

const triggers = `
create trigger scheduled_jobs_audit_update after update of enabled on scheduled_jobs for each row
  when (old.enabled <> new.enabled)
  execute function audit_change('scheduled-jobs', 'name', '{}', '{updated_at,updated_by_id,last_slot_at}');
`;
