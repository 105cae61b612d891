import { Migration } from '@mikro-orm/migrations';

/** The outbox, which is the event feed as well. */
export class Migration20261201000007_events extends Migration {
  override up(): void {
    this.addSql(events);
    this.addSql(sequence);
  }

  override down(): void {
    this.addSql('drop sequence events_feed_sequence;');
    this.addSql('drop table events;');
  }
}

const events = `
create table events (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  feed_sequence bigint unique,
  type varchar(100) not null,
  resource_type varchar(50) not null,
  resource_id uuid not null,
  payload jsonb not null,
  actor jsonb,
  request_id varchar(100),
  attempts smallint not null default 0,
  last_error text,
  occurred_at timestamptz(3) not null default now(),
  retry_at timestamptz(3),
  dispatched_at timestamptz(3),
  dead_lettered_at timestamptz(3)
);
create index events_feed_type_idx on events (type, feed_sequence);
create index events_occurred_at_idx on events (occurred_at);
create index events_dead_lettered_idx on events (dead_lettered_at) where dead_lettered_at is not null;
create index events_resource_idx on events (resource_id, occurred_at, id);
create index events_waiting_idx on events (sequence) where dispatched_at is null and dead_lettered_at is null;
comment on table events is 'An event of the outbox.';
comment on column events.sequence is 'Order of insertion.';
comment on column events.feed_sequence is 'Position in the public feed, assigned by the relay.';
comment on column events.actor is 'Author of the change.';
comment on column events.dispatched_at is 'When the relay passed the event on.';
comment on column events.dead_lettered_at is 'When the relay gave up; null otherwise.';
`;

const sequence = `
-- The relay takes numbers from it, one relay at a time: a reader who has read up to a number has missed nothing
-- below it. Numbers given at the insert cannot promise that, because transactions commit in another order.
create sequence events_feed_sequence;
`;
