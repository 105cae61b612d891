import { Migration } from '@mikro-orm/migrations';

/** What the platform needs: settings, the outbox, idempotency records, shared rate limits. */
export class Migration20261121000002_platform extends Migration {
  override up(): void {
    this.addSql(`
create table settings (
  key varchar(255) primary key,
  value jsonb not null,
  is_secret boolean not null default false,
  updated_at timestamptz(3) not null default now(),
  updated_by_id uuid references users on delete set null
);
create index settings_updated_by_id_idx on settings (updated_by_id);

create table events (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  type varchar(100) not null,
  resource_type varchar(50) not null,
  resource_id uuid not null,
  payload jsonb not null,
  actor jsonb,
  request_id varchar(100),
  occurred_at timestamptz(3) not null default now(),
  dispatched_at timestamptz(3),
  attempts smallint not null default 0,
  last_error text
);
create index events_waiting_idx on events (sequence) where dispatched_at is null;
create index events_resource_idx on events (resource_id, occurred_at, id);

create table idempotency_keys (
  credential varchar(100) not null,
  key varchar(255) not null,
  fingerprint char(64) not null,
  status smallint,
  headers jsonb,
  body text,
  created_at timestamptz(3) not null default now(),
  primary key (credential, key)
);
create index idempotency_keys_created_at_idx on idempotency_keys (created_at);

-- Counters only: losing them in a crash forgives a minute of requests.
create unlogged table rate_limits (
  bucket varchar(150) primary key,
  hits integer not null,
  resets_at timestamptz(3) not null
);
`);
  }

  override down(): void {
    this.addSql(`drop table rate_limits, idempotency_keys, events, settings;`);
  }
}
