import { Migration } from '@mikro-orm/migrations';

/** Settings, idempotency records and rate limits. */
export class Migration20261201000005_platform extends Migration {
  override up(): void {
    this.addSql(settings);
    this.addSql(idempotencyKeys);
    this.addSql(rateLimits);
  }

  override down(): void {
    this.addSql('drop table rate_limits, idempotency_keys, settings;');
  }
}

const settings = `
create table settings (
  key varchar(255) primary key,
  value jsonb not null,
  is_secret boolean not null default false,
  updated_by_id uuid references users on delete set null,
  updated_at timestamptz(3) not null default now()
);
create index settings_updated_by_id_idx on settings (updated_by_id);
comment on table settings is 'A setting of the installation.';
comment on column settings.is_secret is 'Whether the value is encrypted and never returned.';
`;

const idempotencyKeys = `
create table idempotency_keys (
  credential varchar(100) not null,
  key varchar(255) not null,
  fingerprint char(64) not null,
  status smallint,
  headers jsonb,
  body text,
  secret_id uuid,
  has_effects boolean not null default false,
  lease_token uuid,
  lease_until timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (credential, key)
);
create index idempotency_keys_created_at_idx on idempotency_keys (created_at);
create index idempotency_keys_secret_id_idx on idempotency_keys (secret_id) where secret_id is not null;
comment on table idempotency_keys is 'An Idempotency-Key of a client and the answer to its request.';
comment on column idempotency_keys.credential is 'Session or API key that sent the key.';
comment on column idempotency_keys.fingerprint is 'HMAC of method, path and body.';
comment on column idempotency_keys.status is 'Status code of the answer; null while the request runs.';
comment on column idempotency_keys.secret_id is 'Set if the answer contains a secret: the body is encrypted for this id.';
comment on column idempotency_keys.has_effects is 'Whether the request has already changed something.';
comment on column idempotency_keys.lease_until is 'End of the reservation of a request that works in steps.';
`;

const rateLimits = `
create unlogged table rate_limits (
  bucket varchar(150) primary key,
  hits integer not null,
  resets_at timestamptz(3) not null
);
comment on table rate_limits is 'Requests of one client in the current window. Unlogged: a crash forgives one window.';
comment on column rate_limits.bucket is 'Kind of limit and client.';
`;
