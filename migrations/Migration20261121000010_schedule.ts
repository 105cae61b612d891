import { Migration } from '@mikro-orm/migrations';

/** A scheduled run says when it is at work, and a reserved Idempotency-Key how long its owner lives. */
export class Migration20261121000010_schedule extends Migration {
  override up(): void {
    this.addSql(`
alter table scheduled_job_runs drop constraint scheduled_job_runs_status_check;
alter table scheduled_job_runs add constraint scheduled_job_runs_status_check check (status in ('waiting', 'running', 'succeeded', 'failed', 'skipped'));

create index job_runs_status_idx on job_runs (status, created_at, id);

-- Only of keys whose request works in steps; the others appear together with their answer.
alter table idempotency_keys add column lease_token uuid;
alter table idempotency_keys add column lease_until timestamptz(3);
alter table idempotency_keys add column has_effects boolean not null default false;
`);
  }

  override down(): void {
    this.addSql(`
drop index job_runs_status_idx;
alter table idempotency_keys drop column has_effects, drop column lease_until, drop column lease_token;
update scheduled_job_runs set status = 'waiting' where status = 'running';
alter table scheduled_job_runs drop constraint scheduled_job_runs_status_check;
alter table scheduled_job_runs add constraint scheduled_job_runs_status_check check (status in ('waiting', 'succeeded', 'failed', 'skipped'));
`);
  }
}
