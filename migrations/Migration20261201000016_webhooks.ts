import { Migration } from '@mikro-orm/migrations';

/** Webhooks, their deliveries and attempts. */
export class Migration20261201000016_webhooks extends Migration {
  override up(): void {
    this.addSql(webhooks);
    this.addSql(webhookSecrets);
    this.addSql(webhookMessages);
    this.addSql(webhookDeliveries);
    this.addSql(webhookAttempts);
  }

  override down(): void {
    this.addSql('drop table webhook_attempts, webhook_deliveries, webhook_messages, webhook_secrets, webhooks;');
  }
}

const webhooks = `
create table webhooks (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  description varchar(1000) not null default '',
  url varchar(2000) not null,
  events text[] not null,
  filter jsonb,
  headers text,
  header_hints jsonb not null default '[]',
  enabled boolean not null default true,
  disabled_reason varchar(20) check (disabled_reason in ('manual', 'failing', 'gone')),
  disabled_at timestamptz(3),
  max_concurrency smallint not null default 4 check (max_concurrency between 1 and 20),
  is_ordered boolean not null default false,
  failure_count integer not null default 0,
  last_status_code smallint,
  last_triggered_at timestamptz(3),
  failing_since timestamptz(3),
  failing_notified_at timestamptz(3),
  created_by_id uuid references users on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  check (enabled = (disabled_reason is null))
);
create index webhooks_created_at_idx on webhooks (created_at, id) where deleted_at is null;
create index webhooks_created_by_id_idx on webhooks (created_by_id);
create index webhooks_deleted_at_idx on webhooks (created_at, id) where deleted_at is not null;
create index webhooks_failing_since_idx on webhooks (failing_since)
  where failing_since is not null and enabled and deleted_at is null;
comment on table webhooks is 'An HTTP endpoint to which events are sent.';
comment on column webhooks.events is 'Types of events, or patterns such as lead.*.';
comment on column webhooks.headers is 'Further request headers, encrypted.';
comment on column webhooks.header_hints is 'Names and last characters of the headers.';
comment on column webhooks.is_ordered is 'Whether deliveries are sent one after the other.';
comment on column webhooks.failing_since is 'First failure since the last success.';
comment on column webhooks.failing_notified_at is 'When the creator was notified of the failures.';
`;

const webhookSecrets = `
create table webhook_secrets (
  id uuid primary key,
  webhook_id uuid not null references webhooks on delete cascade,
  secret text not null,
  last4 varchar(4) not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3)
);
create unique index webhook_secrets_current_idx on webhook_secrets (webhook_id) where expires_at is null;
create index webhook_secrets_webhook_id_idx on webhook_secrets (webhook_id, created_at);
comment on table webhook_secrets is
  'A signing secret. The newest does not expire; older ones sign as well until they expire.';
comment on column webhook_secrets.secret is 'Encrypted.';
`;

const webhookMessages = `
create table webhook_messages (
  event_id uuid primary key,
  resource_type varchar(50) not null,
  resource_id uuid not null,
  body text,
  created_at timestamptz(3) not null default now()
);
create index webhook_messages_body_idx on webhook_messages (created_at) where body is not null;
create index webhook_messages_created_at_idx on webhook_messages (created_at);
create index webhook_messages_resource_id_idx on webhook_messages (resource_id);
comment on table webhook_messages is 'The text of an event as it is signed: jsonb would change its order.';
comment on column webhook_messages.body is 'Null after the retention period.';
`;

const webhookDeliveries = `
create table webhook_deliveries (
  id uuid primary key,
  webhook_id uuid not null references webhooks on delete cascade,
  event_id uuid not null references webhook_messages,
  event_type varchar(100) not null,
  is_test boolean not null default false,
  status varchar(20) not null default 'pending'
    check (status in ('pending', 'succeeded', 'failed', 'skipped', 'cancelled')),
  reason varchar(30) check (reason in ('exhausted', 'rejected', 'gone', 'forbidden-destination', 'expunged')),
  attempt_count integer not null default 0,
  status_code smallint,
  error_code varchar(50),
  next_attempt_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  completed_at timestamptz(3),
  unique (event_id, webhook_id)
);
create index webhook_deliveries_created_at_idx on webhook_deliveries (created_at);
create index webhook_deliveries_status_idx on webhook_deliveries (webhook_id, status, created_at, id);
create index webhook_deliveries_webhook_id_idx on webhook_deliveries (webhook_id, created_at, id);
comment on table webhook_deliveries is 'A delivery of an event to a webhook.';
comment on column webhook_deliveries.is_test is 'Whether the delivery is a test by a user.';
comment on column webhook_deliveries.reason is 'Why the delivery failed or was cancelled.';
`;

const webhookAttempts = `
create table webhook_attempts (
  id uuid not null,
  delivery_id uuid not null references webhook_deliveries on delete cascade,
  webhook_id uuid not null references webhooks on delete cascade,
  number integer not null,
  trigger varchar(20) not null check (trigger in ('scheduled', 'manual', 'test')),
  started_at timestamptz(3) not null,
  duration_ms integer not null,
  status_code smallint,
  error_code varchar(50),
  request_headers jsonb not null,
  response_body text,
  is_truncated boolean not null default false,
  primary key (id, started_at)
) partition by range (started_at);
create table webhook_attempts_rest partition of webhook_attempts default;
create index webhook_attempts_body_idx on webhook_attempts (started_at) where response_body is not null;
create index webhook_attempts_delivery_id_idx on webhook_attempts (delivery_id, number);
create index webhook_attempts_webhook_id_idx on webhook_attempts (webhook_id, started_at);
comment on table webhook_attempts is
  'An attempt at a delivery. Partitioned by month: old months are dropped instead of deleted row by row.';
comment on column webhook_attempts.number is 'Number of the attempt, from 1.';
`;
