import { Migration } from '@mikro-orm/migrations';

/** Second factors, and when a password was last proven. */
export class Migration20261121000014_identity extends Migration {
  override up(): void {
    this.addSql(`
alter table roles add column if not exists requires_totp boolean not null default false;

-- Eight characters are enough only beside a second factor: who has such a password and no factor must set one up.
alter table users add column totp_enabled_at timestamptz(3), add column has_short_password boolean not null default false;
create trigger users_totp_access_epoch after update of totp_enabled_at, has_short_password on users for each statement execute function bump_access_epoch();

create table user_totp (
  user_id uuid primary key references users on delete cascade,
  -- Sealed; without users.totp_enabled_at it only waits to be confirmed.
  secret text not null,
  -- Of the last code that was taken: none is taken twice, and none older than it.
  last_step bigint,
  created_at timestamptz(3) not null default now()
);
create table user_recovery_codes (
  user_id uuid not null references users on delete cascade,
  code_hash varchar(64) not null,
  used_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (user_id, code_hash)
);

alter table sessions add column proven_at timestamptz(3);
update sessions set proven_at = created_at;
alter table sessions alter column proven_at set not null, alter column proven_at set default now();
create trigger sessions_proof_access_epoch after update of proven_at on sessions for each statement execute function bump_access_epoch();

insert into permissions (resource, action, description) values ('users', 'update', 'Change users') on conflict do nothing;
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on r.name = 'admin' and p.resource = 'users' and p.action = 'update' on conflict do nothing;
`);
  }

  override down(): void {
    this.addSql(`
drop trigger sessions_proof_access_epoch on sessions;
alter table sessions drop column proven_at;
drop table user_recovery_codes, user_totp;
drop trigger users_totp_access_epoch on users;
alter table users drop column totp_enabled_at, drop column has_short_password;
`);
  }
}
