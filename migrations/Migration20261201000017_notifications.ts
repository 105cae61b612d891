import { Migration } from '@mikro-orm/migrations';

/** Notification channels and their deliveries. */
export class Migration20261201000017_notifications extends Migration {
  override up(): void {
    this.addSql(notificationChannels);
    this.addSql(notificationDeliveries);
  }

  override down(): void {
    this.addSql('drop table notification_deliveries, notification_channels;');
  }
}

const notificationChannels = `
create table notification_channels (
  id uuid primary key default gen_random_uuid(),
  type varchar(20) not null check (type in ('discord', 'telegram', 'slack', 'email')),
  name varchar(255) not null,
  config jsonb not null default '{}',
  secret text,
  secret_last4 varchar(4),
  secret_updated_at timestamptz(3),
  events text[] not null check (cardinality(events) > 0),
  filter jsonb,
  template varchar(2000),
  enabled boolean not null default true,
  disabled_reason varchar(20) check (disabled_reason in ('manual', 'rejected', 'failing')),
  last_sent_at timestamptz(3),
  failing_since timestamptz(3),
  last_error varchar(500),
  last_error_at timestamptz(3),
  paused_until timestamptz(3),
  created_by_id uuid references users on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  check ((type = 'email') = (secret is null)),
  check (enabled or disabled_reason is not null)
) with (fillfactor = 80);
create index notification_channels_created_at_idx on notification_channels (created_at, id) where deleted_at is null;
create index notification_channels_created_by_id_idx on notification_channels (created_by_id);
create index notification_channels_deleted_at_idx on notification_channels (created_at, id)
  where deleted_at is not null;
create index notification_channels_name_idx on notification_channels (lower(name), id) where deleted_at is null;
comment on table notification_channels is 'A chat or mailbox to which notifications are sent.';
comment on column notification_channels.config is 'Settings of the type, without secrets.';
comment on column notification_channels.secret is 'Encrypted token or address.';
comment on column notification_channels.events is 'Types of events, or patterns such as lead.*.';
comment on column notification_channels.template is 'Text of the message; null for the default text.';
comment on column notification_channels.paused_until is 'End of a pause that the service requested.';
`;

const notificationDeliveries = `
create table notification_deliveries (
  id uuid primary key,
  channel_id uuid references notification_channels on delete cascade,
  event_id uuid,
  event varchar(100) not null,
  resource_type varchar(50),
  resource_id uuid,
  trigger varchar(20) not null default 'event' check (trigger in ('event', 'test', 'manual', 'system')),
  status varchar(20) not null default 'pending'
    check (status in ('pending', 'sent', 'failed', 'skipped', 'suppressed')),
  attempts smallint not null default 0,
  round smallint not null default 1,
  error_code varchar(50),
  detail varchar(500),
  provider_message_id varchar(255),
  digest_id uuid references notification_deliveries on delete set null,
  collapsed_count integer,
  duration_ms integer,
  created_at timestamptz(3) not null default now(),
  queued_at timestamptz(3) not null default now(),
  attempted_at timestamptz(3),
  next_attempt_at timestamptz(3),
  completed_at timestamptz(3),
  unique (event_id, channel_id)
) with (fillfactor = 80);
create index notification_deliveries_channel_id_idx on notification_deliveries (channel_id, created_at, id);
create index notification_deliveries_created_at_idx on notification_deliveries (created_at);
create index notification_deliveries_digest_id_idx on notification_deliveries (digest_id);
create index notification_deliveries_pending_idx on notification_deliveries (channel_id, created_at)
  where status = 'pending';
create index notification_deliveries_sent_idx on notification_deliveries (channel_id, completed_at)
  where status = 'sent';
create index notification_deliveries_system_idx on notification_deliveries (created_at) where channel_id is null;
create index notification_deliveries_resource_id_idx on notification_deliveries (resource_id) where detail is not null;
comment on table notification_deliveries is
  'A message to a channel. Its text is rendered from the event when it is sent.';
comment on column notification_deliveries.channel_id is 'Null for e-mails to the administrator.';
comment on column notification_deliveries.round is 'Number of the attempt series; a retry by a user begins a new one.';
comment on column notification_deliveries.detail is 'Text for people, such as the error.';
comment on column notification_deliveries.digest_id is 'Delivery that carries this one as part of a digest.';
comment on column notification_deliveries.collapsed_count is 'Number of deliveries in the digest.';
`;
