import { Migration } from '@mikro-orm/migrations';

/** Sessions, tokens, second factors and API keys. */
export class Migration20261201000003_sign_in extends Migration {
  override up(): void {
    this.addSql(sessions);
    this.addSql(refreshTokens);
    this.addSql(userTokens);
    this.addSql(userTotp);
    this.addSql(userRecoveryCodes);
    this.addSql(apiKeys);
    this.addSql(loginFailures);
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql(`
drop table login_failures, api_keys, user_recovery_codes, user_totp, user_tokens, refresh_tokens, sessions;
`);
  }
}

const sessions = `
create table sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  token_hash varchar(64) not null unique,
  ip_address inet,
  user_agent varchar(500),
  device_type varchar(20),
  browser varchar(50),
  os varchar(50),
  proven_at timestamptz(3) not null default now(),
  last_activity_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  revoked_reason varchar(50)
);
create index sessions_expires_at_idx on sessions (expires_at);
create index sessions_user_id_idx on sessions (user_id, created_at);
comment on table sessions is 'A signed-in browser or device.';
comment on column sessions.token_hash is 'SHA-256 of the session token.';
comment on column sessions.device_type is 'Kind of device, read from the user agent.';
comment on column sessions.proven_at is 'When the user last proved the password or a second factor.';
`;

const refreshTokens = `
create table refresh_tokens (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  session_id uuid not null references sessions on delete cascade,
  token_hash varchar(64) not null unique,
  salt varchar(64) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  replaced_by_id uuid references refresh_tokens on delete set null,
  created_at timestamptz(3) not null default now()
);
-- A family has at most one token that can be used.
create unique index refresh_tokens_active_key on refresh_tokens (session_id) where revoked_at is null;
create index refresh_tokens_expires_at_idx on refresh_tokens (expires_at);
create index refresh_tokens_replaced_by_id_idx on refresh_tokens (replaced_by_id);
create index refresh_tokens_session_id_idx on refresh_tokens (session_id, created_at);
create index refresh_tokens_user_id_idx on refresh_tokens (user_id);
comment on table refresh_tokens is
  'A refresh token. A token can be used once; all tokens of a session form one family.';
comment on column refresh_tokens.salt is
  'Input from which the token was derived; worthless without the previous token and the secret of the server.';
comment on column refresh_tokens.revoked_at is 'When the token was used, or its family was revoked.';
`;

const userTokens = `
create table user_tokens (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  purpose varchar(30) not null check (purpose in ('password_reset', 'email_verification', 'invitation')),
  token_hash varchar(64) not null unique,
  email varchar(255) not null,
  inviter varchar(255),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create index user_tokens_expires_at_idx on user_tokens (expires_at);
create index user_tokens_user_id_idx on user_tokens (user_id, purpose, created_at);
comment on table user_tokens is 'A link sent by e-mail: a password reset, a verification or an invitation.';
comment on column user_tokens.email is
  'Address to which the token was sent. The token proves nothing about a later address.';
comment on column user_tokens.inviter is 'Name of the user who sent the invitation.';
`;

const userTotp = `
create table user_totp (
  user_id uuid primary key references users on delete cascade,
  secret text not null,
  last_step bigint,
  tries smallint not null default 0,
  created_at timestamptz(3) not null default now()
);
comment on table user_totp is 'The TOTP secret of a user.';
comment on column user_totp.secret is 'Encrypted. Without users.totp_enabled_at the secret waits for confirmation.';
comment on column user_totp.last_step is 'Time step of the last accepted code; older or equal steps are rejected.';
comment on column user_totp.tries is 'Failed attempts to confirm the secret.';
`;

const userRecoveryCodes = `
create table user_recovery_codes (
  user_id uuid not null references users on delete cascade,
  code_hash varchar(64) not null,
  used_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (user_id, code_hash)
);
comment on table user_recovery_codes is 'A recovery code for a lost second factor. A code can be used once.';
`;

const apiKeys = `
create table api_keys (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  key_prefix varchar(30) not null unique,
  key_hash varchar(64) not null unique,
  previous_key_prefix varchar(30) unique,
  previous_key_hash varchar(64),
  previous_expires_at timestamptz(3),
  scopes text[] not null default '{}',
  rate_limit integer check (rate_limit between 1 and 100000),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  last_used_ip inet,
  revoked_at timestamptz(3),
  created_by_id uuid not null references users on delete cascade,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1
);
create index api_keys_created_at_idx on api_keys (created_at, id);
create index api_keys_created_by_id_idx on api_keys (created_by_id, created_at, id);
comment on table api_keys is 'A key with which a program calls the API for its creator.';
comment on column api_keys.key_prefix is 'First characters of the key, which identify it.';
comment on column api_keys.previous_key_hash is
  'Hash of the key before the last rotation, valid until previous_expires_at.';
comment on column api_keys.scopes is 'Permissions of the key; a key never has more than its creator.';
comment on column api_keys.rate_limit is 'Requests per minute; null for the limit of the server.';
`;

const loginFailures = `
create table login_failures (
  bucket varchar(120) primary key,
  failures integer not null,
  window_started_at timestamptz(3) not null default now(),
  last_failed_at timestamptz(3) not null default now()
);
comment on table login_failures is 'Failed sign-ins of one address or account within a time window.';
comment on column login_failures.bucket is 'What is counted: kind and hashed value.';
`;

const triggers = `
create trigger sessions_access_epoch after update of revoked_at, expires_at or delete on sessions
  for each statement execute function bump_access_epoch();
create trigger sessions_proof_access_epoch after update of proven_at on sessions
  for each statement execute function bump_access_epoch();
create trigger api_keys_access_epoch
  after update of revoked_at, expires_at, scopes, key_hash, previous_key_hash, rate_limit or delete on api_keys
  for each statement execute function bump_access_epoch();
`;
