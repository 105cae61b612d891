import { Migration } from '@mikro-orm/migrations';

/** Who may come in, and what they may do. */
export class Migration20261121000001_access extends Migration {
  override up(): void {
    this.addSql(`
create extension if not exists pg_trgm;

create table teams (
  id uuid primary key default gen_random_uuid(),
  name varchar(100) not null unique,
  description varchar(500),
  lead_id uuid,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1
);

create table users (
  id uuid primary key default gen_random_uuid(),
  email varchar(255) not null,
  password_hash varchar(255),
  first_name varchar(100) not null default '',
  last_name varchar(100) not null default '',
  phone varchar(50),
  avatar_url varchar(500),
  title varchar(100),
  department varchar(100),
  timezone varchar(50) not null default 'UTC',
  locale varchar(10) not null default 'en',
  team_id uuid references teams on delete set null,
  manager_id uuid references users on delete set null,
  is_active boolean not null default true,
  email_verified_at timestamptz(3),
  last_login_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  constraint users_email_check check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$')
);
create unique index users_email_key on users (email) where deleted_at is null;
create index users_team_id_idx on users (team_id);
create index users_manager_id_idx on users (manager_id);
alter table teams add constraint teams_lead_id_fkey foreign key (lead_id) references users on delete set null;
create index teams_lead_id_idx on teams (lead_id);

create table roles (
  id uuid primary key default gen_random_uuid(),
  name varchar(50) not null unique,
  description varchar(255),
  record_access varchar(10) not null default 'own' check (record_access in ('own', 'team', 'all')),
  is_system boolean not null default false,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1
);
create table permissions (
  id uuid primary key default gen_random_uuid(),
  resource varchar(100) not null,
  action varchar(50) not null,
  description varchar(255),
  unique (resource, action)
);
create table role_permissions (
  role_id uuid not null references roles on delete cascade,
  permission_id uuid not null references permissions on delete cascade,
  primary key (role_id, permission_id)
);
create index role_permissions_permission_id_idx on role_permissions (permission_id);
create table user_roles (
  user_id uuid not null references users on delete cascade,
  role_id uuid not null references roles on delete restrict,
  primary key (user_id, role_id)
);
create index user_roles_role_id_idx on user_roles (role_id);

create table sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  token_hash varchar(64) not null unique,
  ip_address inet,
  user_agent varchar(500),
  device_type varchar(20),
  browser varchar(50),
  os varchar(50),
  last_activity_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  revoked_reason varchar(50)
);
create index sessions_user_id_idx on sessions (user_id, created_at);
create index sessions_expires_at_idx on sessions (expires_at);

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
create index api_keys_created_by_id_idx on api_keys (created_by_id, created_at, id);
create index api_keys_created_at_idx on api_keys (created_at, id);

create table login_failures (
  bucket varchar(120) primary key,
  failures integer not null,
  window_started_at timestamptz(3) not null default now(),
  last_failed_at timestamptz(3) not null default now()
);

-- Every process keeps who-may-what in memory and asks for this number twice a second. It moves in the
-- transaction of the change, so a verdict that a change makes wrong lives for a second at most.
create table access_epoch (id boolean primary key default true check (id), value bigint not null default 1);
insert into access_epoch default values;
create function bump_access_epoch() returns trigger language plpgsql as $$
begin
  update access_epoch set value = value + 1;
  return null;
end $$;
create trigger users_access_epoch after update of is_active, deleted_at, team_id, email, first_name, last_name or delete on users for each statement execute function bump_access_epoch();
create trigger roles_access_epoch after update or delete on roles for each statement execute function bump_access_epoch();
create trigger role_permissions_access_epoch after insert or update or delete on role_permissions for each statement execute function bump_access_epoch();
create trigger user_roles_access_epoch after insert or update or delete on user_roles for each statement execute function bump_access_epoch();
create trigger sessions_access_epoch after update of revoked_at, expires_at or delete on sessions for each statement execute function bump_access_epoch();
create trigger api_keys_access_epoch after update of revoked_at, expires_at, scopes, key_hash, previous_key_hash, rate_limit or delete on api_keys for each statement execute function bump_access_epoch();

insert into roles (name, description, record_access, is_system) values
  ('admin', 'Everything, on every record', 'all', true),
  ('manager', 'Runs a team: its leads, activities and forms', 'team', true),
  ('sales', 'Works their own leads and activities', 'own', true),
  ('support', 'Reads leads, writes activities', 'all', true),
  ('finance', 'Reads and exports leads', 'all', true),
  ('viewer', 'Reads', 'all', true);

insert into permissions (resource, action, description) values
  ('leads', 'read', 'See leads'),
  ('leads', 'create', 'Add leads'),
  ('leads', 'update', 'Change, assign and restore leads and move them through their lifecycle'),
  ('leads', 'delete', 'Delete leads; they can be restored'),
  ('leads', 'purge', 'Remove leads for good'),
  ('leads', 'export', 'Take leads out as a file'),
  ('activities', 'read', 'See activities'),
  ('activities', 'create', 'Add activities'),
  ('activities', 'update', 'Change, complete, cancel and reopen activities'),
  ('activities', 'delete', 'Delete activities'),
  ('lead-forms', 'read', 'See lead forms'),
  ('lead-forms', 'create', 'Add lead forms'),
  ('lead-forms', 'update', 'Change lead forms'),
  ('lead-forms', 'delete', 'Delete lead forms'),
  ('settings', 'read', 'See settings; secrets stay hidden'),
  ('settings', 'manage', 'Change settings'),
  ('api-keys', 'read', 'See one''s own API keys'),
  ('api-keys', 'create', 'Make API keys'),
  ('api-keys', 'update', 'Rename, rescope and rotate one''s own API keys'),
  ('api-keys', 'delete', 'Revoke one''s own API keys'),
  ('api-keys', 'manage', 'See and revoke everybody''s API keys');

insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on
  r.name = 'admin'
  or (r.name = 'manager' and (p.resource in ('activities', 'lead-forms') or (p.resource = 'leads' and p.action <> 'purge') or (p.resource = 'api-keys' and p.action <> 'manage') or (p.resource = 'settings' and p.action = 'read')))
  or (r.name = 'sales' and (p.resource = 'activities' or (p.resource = 'leads' and p.action in ('read', 'create', 'update', 'delete')) or (p.resource = 'api-keys' and p.action <> 'manage')))
  or (r.name = 'support' and (p.resource = 'activities' or (p.resource = 'leads' and p.action = 'read')))
  or (r.name = 'finance' and p.resource = 'leads' and p.action in ('read', 'export'))
  or (r.name = 'viewer' and p.action = 'read' and p.resource in ('leads', 'activities', 'lead-forms'));
`);
  }

  override down(): void {
    this.addSql(`
drop table access_epoch, login_failures, api_keys, sessions, user_roles, role_permissions, permissions, roles cascade;
drop table users, teams cascade;
drop function bump_access_epoch();
`);
  }
}
