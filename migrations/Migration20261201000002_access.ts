import { Migration } from '@mikro-orm/migrations';
import { bumpAccessEpoch } from './functions/bump-access-epoch.js';
import { revokeCredentials } from './functions/revoke-credentials.js';
import { rejectManagerCycle } from './functions/reject-manager-cycle.js';
import { requireAdmin } from './functions/require-admin.js';
import { dropFunctions } from './triggers.js';

/** Users, teams, roles and permissions. */
export class Migration20261201000002_access extends Migration {
  override up(): void {
    this.addSql(teams);
    this.addSql(users);
    this.addSql(roles);
    this.addSql(permissions);
    this.addSql(rolePermissions);
    this.addSql(userRoles);
    this.addSql(accessEpoch);
    this.addSql(teamLead);
    this.addSql(functions.join(''));
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql(dropFunctions(...functions));
    this.addSql('drop table access_epoch, user_roles, role_permissions, permissions, roles, users, teams cascade;');
  }
}

const functions = [bumpAccessEpoch, revokeCredentials, rejectManagerCycle, requireAdmin];

const teams = `
create table teams (
  id uuid primary key default gen_random_uuid(),
  name varchar(100) not null,
  description varchar(500),
  lead_id uuid,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1
);
create index teams_created_at_idx on teams (created_at, id);
create index teams_lead_id_idx on teams (lead_id);
create index teams_name_idx on teams (lower(name), id);
create unique index teams_name_key on teams (equal_text(name));
comment on table teams is 'A group of users who can share records.';
comment on column teams.lead_id is 'User who leads the team.';
`;

const users = `
create table users (
  id uuid primary key default gen_random_uuid(),
  email varchar(255) not null check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
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
  status varchar(10) not null generated always as (
    case when not is_active then 'inactive' when password_hash is null then 'invited' else 'active' end) stored,
  password_hash varchar(255),
  has_short_password boolean not null default false,
  totp_enabled_at timestamptz(3),
  email_verified_at timestamptz(3),
  last_login_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text not null generated always as (fold_text(first_name || ' ' || last_name || ' ' || email)) stored
);
create index users_created_at_idx on users (created_at, id) where deleted_at is null;
create index users_deleted_at_idx on users (created_at, id) where deleted_at is not null;
create index users_email_idx on users (email, id) where deleted_at is null;
create unique index users_email_key on users (email) where deleted_at is null;
create index users_last_login_at_idx on users (coalesce(last_login_at, '1970-01-01T00:00:00Z'::timestamptz), id)
  where deleted_at is null;
create index users_manager_id_idx on users (manager_id);
create index users_members_idx on users (team_id, created_at, id) where deleted_at is null;
create index users_name_idx on users
  (lower(coalesce(nullif(trim(first_name || ' ' || last_name), ''), email)), id) where deleted_at is null;
create index users_search_idx on users using gin (search_text gin_trgm_ops) where deleted_at is null;
create index users_status_idx on users (status, created_at, id) where deleted_at is null;
create index users_team_id_idx on users (team_id);
comment on table users is 'A person who can sign in.';
comment on column users.avatar_url is 'Address of a picture.';
comment on column users.manager_id is 'User to whom this user reports; a trigger rejects cycles.';
comment on column users.status is 'Derived: inactive, invited (no password yet) or active.';
comment on column users.password_hash is 'Argon2 hash; null until an invitation is accepted.';
comment on column users.has_short_password is
  'Whether the password has fewer characters than allowed without a second factor.';
comment on column users.totp_enabled_at is 'When the second factor was confirmed; null without a second factor.';
comment on column users.search_text is 'Text in lower case without accents, for the search for parts of words.';
`;

const roles = `
create table roles (
  id uuid primary key default gen_random_uuid(),
  name varchar(50) not null,
  description varchar(255),
  record_access varchar(10) not null default 'own' check (record_access in ('own', 'team', 'all')),
  is_system boolean not null default false,
  requires_totp boolean not null default false,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1
);
create index roles_created_at_idx on roles (created_at, id);
create index roles_name_idx on roles (lower(name), id);
create unique index roles_name_key on roles (equal_text(name));
comment on table roles is 'A set of permissions that users can be given.';
comment on column roles.record_access is 'Access scope: the records of the user (own), of the team (team) or all.';
comment on column roles.is_system is 'Whether the role comes with Kontor and cannot be deleted.';
comment on column roles.requires_totp is 'Whether users of the role must set up a second factor.';
`;

const permissions = `
create table permissions (
  id uuid primary key default gen_random_uuid(),
  resource varchar(100) not null,
  action varchar(50) not null,
  description varchar(255),
  unique (resource, action)
);
comment on table permissions is 'An action on a resource that a role can allow.';
`;

const rolePermissions = `
create table role_permissions (
  role_id uuid not null references roles on delete cascade,
  permission_id uuid not null references permissions on delete cascade,
  primary key (role_id, permission_id)
);
create index role_permissions_permission_id_idx on role_permissions (permission_id);
comment on table role_permissions is 'A permission of a role.';
`;

const userRoles = `
create table user_roles (
  user_id uuid not null references users on delete cascade,
  role_id uuid not null references roles on delete restrict,
  primary key (user_id, role_id)
);
create index user_roles_role_id_idx on user_roles (role_id);
comment on table user_roles is 'A role of a user.';
`;

const accessEpoch = `
create table access_epoch (
  id bigint generated always as identity primary key,
  changed_at timestamptz(3) not null default now()
);
create index access_epoch_changed_at_idx on access_epoch (changed_at);
comment on table access_epoch is
  'One change of users, roles, sessions, keys or custom fields. Processes drop their cached permissions when a row '
  'appears.';
`;

const teamLead = `
alter table teams add constraint teams_lead_id_fkey foreign key (lead_id) references users on delete set null;
`;

const triggers = `
create trigger users_access_epoch
  after update of is_active, deleted_at, team_id, email, first_name, last_name or delete on users
  for each statement execute function bump_access_epoch();
create trigger users_totp_access_epoch after update of totp_enabled_at, has_short_password on users
  for each statement execute function bump_access_epoch();
create trigger roles_access_epoch after update or delete on roles
  for each statement execute function bump_access_epoch();
create trigger role_permissions_access_epoch after insert or update or delete on role_permissions
  for each statement execute function bump_access_epoch();
create trigger user_roles_access_epoch after insert or update or delete on user_roles
  for each statement execute function bump_access_epoch();
create trigger users_deactivated after update of is_active, deleted_at on users for each row
  when ((old.is_active and not new.is_active) or (old.deleted_at is null and new.deleted_at is not null))
  execute function revoke_credentials();
create trigger users_manager_cycle after insert or update of manager_id on users for each row
  when (new.manager_id is not null) execute function reject_manager_cycle();
create trigger user_roles_last_admin after delete or update on user_roles
  for each row execute function require_admin();
create trigger users_last_admin after update of is_active, deleted_at, password_hash on users for each row
  when (old.is_active and old.deleted_at is null and old.password_hash is not null
    and not (new.is_active and new.deleted_at is null and new.password_hash is not null))
  execute function require_admin();
`;
