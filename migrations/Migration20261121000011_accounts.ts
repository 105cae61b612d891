import { Migration } from '@mikro-orm/migrations';

/** What is sent to people to prove that a mailbox is theirs, and the log of what concerns security. */
export class Migration20261121000011_accounts extends Migration {
  override up(): void {
    this.addSql(`
create table user_tokens (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  purpose varchar(30) not null check (purpose in ('password_reset', 'email_verification', 'invitation')),
  token_hash varchar(64) not null unique,
  -- The address that the token was sent to: a token proves nothing about an address that came later.
  email varchar(255) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create index user_tokens_user_id_idx on user_tokens (user_id, purpose, created_at);
create index user_tokens_expires_at_idx on user_tokens (expires_at);

create table security_logs (
  id uuid not null default gen_random_uuid(),
  event_type varchar(50) not null,
  severity varchar(20) not null default 'info' check (severity in ('info', 'warning', 'critical')),
  -- No foreign key: who it was must stay readable when the user is gone.
  user_id uuid,
  user_email varchar(255),
  description text not null,
  details jsonb not null default '{}',
  ip_address inet,
  user_agent varchar(500),
  action_taken varchar(255),
  request_id varchar(100),
  created_at timestamptz(3) not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create table security_logs_rest partition of security_logs default;
create index security_logs_created_at_idx on security_logs (created_at, id);
create index security_logs_event_type_idx on security_logs (event_type, created_at, id);
create index security_logs_severity_idx on security_logs (severity, created_at, id);
create index security_logs_user_id_idx on security_logs (user_id, created_at, id);
create index security_logs_user_email_idx on security_logs (user_email, created_at, id);
create index security_logs_ip_address_idx on security_logs (ip_address, created_at, id);
`);
  }

  override down(): void {
    this.addSql(`drop table security_logs, user_tokens;`);
  }
}
