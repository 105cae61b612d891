import { Migration } from '@mikro-orm/migrations';

/** Refresh tokens: each is good for one use, and all of a session are one family. */
export class Migration20261121000015_tokens extends Migration {
  override up(): void {
    this.addSql(`
create table refresh_tokens (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  session_id uuid not null references sessions on delete cascade,
  token_hash varchar(64) not null unique,
  -- What the token was derived with from the one before it; worth nothing without that one and the server's secret.
  salt varchar(64) not null,
  expires_at timestamptz(3) not null,
  -- When it was used up, or the family revoked.
  revoked_at timestamptz(3),
  replaced_by_id uuid references refresh_tokens on delete set null,
  created_at timestamptz(3) not null default now()
);
create index refresh_tokens_user_id_idx on refresh_tokens (user_id);
-- Of a family at most one token is good: whatever the code does, there is never a second.
create unique index refresh_tokens_active_key on refresh_tokens (session_id) where revoked_at is null;
create index refresh_tokens_session_id_idx on refresh_tokens (session_id, created_at);
create index refresh_tokens_replaced_by_id_idx on refresh_tokens (replaced_by_id);
create index refresh_tokens_expires_at_idx on refresh_tokens (expires_at);
`);
  }

  override down(): void {
    this.addSql(`drop table refresh_tokens;`);
  }
}
