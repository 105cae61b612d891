import { Migration } from '@mikro-orm/migrations';

/** People, teams and roles that are looked after through the API, and what holds of them whatever path a change took. */
export class Migration20261121000013_people extends Migration {
  override up(): void {
    this.addSql(`
alter table roles add column requires_totp boolean not null default false;

alter table users
  add column status varchar(10) not null generated always as (case when not is_active then 'inactive' when password_hash is null then 'invited' else 'active' end) stored,
  add column search_text text not null generated always as (lower(first_name || ' ' || last_name || ' ' || email)) stored;
create index users_created_at_idx on users (created_at, id) where deleted_at is null;
create index users_name_idx on users (lower(coalesce(nullif(trim(first_name || ' ' || last_name), ''), email)), id) where deleted_at is null;
create index users_email_idx on users (email, id) where deleted_at is null;
create index users_last_login_at_idx on users (coalesce(last_login_at, '1970-01-01T00:00:00Z'::timestamptz), id) where deleted_at is null;
create index users_status_idx on users (status, created_at, id) where deleted_at is null;
create index users_members_idx on users (team_id, created_at, id) where deleted_at is null;
create index users_deleted_at_idx on users (created_at, id) where deleted_at is not null;
create index users_search_idx on users using gin (search_text gin_trgm_ops) where deleted_at is null;
create index teams_name_idx on teams (lower(name), id);
create index teams_created_at_idx on teams (created_at, id);
create index roles_name_idx on roles (lower(name), id);
create index roles_created_at_idx on roles (created_at, id);

-- Who leaves has left everywhere: what let them in is dead, and stays so when they come back.
create function shut_out_user() returns trigger language plpgsql as $$
begin
  update sessions set revoked_at = now(), revoked_reason = 'user-deactivated' where user_id = new.id and revoked_at is null;
  update api_keys set revoked_at = now(), updated_at = now(), version = version + 1 where created_by_id = new.id and revoked_at is null;
  update user_tokens set used_at = now() where user_id = new.id and used_at is null;
  return null;
end $$;
create trigger users_left after update of is_active, deleted_at on users for each row
  when ((old.is_active and not new.is_active) or (old.deleted_at is null and new.deleted_at is not null)) execute function shut_out_user();

-- Under a lock, because two changes that are fine each by itself make a cycle together.
create function refuse_manager_cycle() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4702111506);
  if exists (
    with recursive above as (select new.manager_id as id union select u.manager_id from above join users u on u.id = above.id where u.manager_id is not null)
    select 1 from above where id = new.id
  ) then raise exception 'a manager would report to themselves' using errcode = '23514', constraint = 'users_manager_cycle'; end if;
  return null;
end $$;
create trigger users_manager_cycle after insert or update of manager_id on users for each row when (new.manager_id is not null) execute function refuse_manager_cycle();

-- Somebody who can sign in must hold the role of the admin. Under a lock, so that the last two do not leave at once.
create function require_admin() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4702111507);
  if not exists (
    select 1 from roles r join user_roles ur on ur.role_id = r.id join users u on u.id = ur.user_id
    where r.name = 'admin' and r.is_system and u.is_active and u.deleted_at is null and u.password_hash is not null
  ) then raise exception 'the last admin must stay' using errcode = '23514', constraint = 'users_last_admin'; end if;
  return null;
end $$;
create function require_admin_without_role() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4702111507);
  if exists (select 1 from roles r where r.id = old.role_id and r.name = 'admin' and r.is_system) and not exists (
    select 1 from roles r join user_roles ur on ur.role_id = r.id join users u on u.id = ur.user_id
    where r.name = 'admin' and r.is_system and u.is_active and u.deleted_at is null and u.password_hash is not null
  ) then raise exception 'the last admin must stay' using errcode = '23514', constraint = 'users_last_admin'; end if;
  return null;
end $$;
create trigger user_roles_last_admin after delete or update on user_roles for each row execute function require_admin_without_role();
create trigger users_last_admin after update of is_active, deleted_at, password_hash on users for each row
  when (old.is_active and old.deleted_at is null and old.password_hash is not null and not (new.is_active and new.deleted_at is null and new.password_hash is not null)) execute function require_admin();

insert into permissions (resource, action, description) values
  ('users', 'create', 'Invite people'),
  ('users', 'update', 'Change, deactivate, reactivate and restore users'),
  ('users', 'delete', 'Delete users; they can be restored'),
  ('users', 'manage-roles', 'Give people roles, and take them away'),
  ('users', 'transfer', 'Hand all records of a user over to another'),
  ('teams', 'read', 'See teams'),
  ('teams', 'create', 'Add teams'),
  ('teams', 'update', 'Change teams, and who is in them'),
  ('teams', 'delete', 'Delete teams'),
  ('roles', 'read', 'See roles and what they allow'),
  ('roles', 'manage', 'Make, change and delete roles');
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on
  (r.name = 'admin' and (p.resource in ('teams', 'roles') or (p.resource = 'users' and p.action <> 'read')))
  or (r.name <> 'admin' and r.is_system and p.action = 'read' and p.resource in ('users', 'teams'));
`);
  }

  override down(): void {
    this.addSql(`
delete from permissions where resource in ('teams', 'roles') or (resource = 'users' and action <> 'read');
delete from role_permissions rp using roles r, permissions p where r.id = rp.role_id and p.id = rp.permission_id and r.name <> 'admin' and p.resource = 'users';
drop trigger users_left on users;
drop trigger users_manager_cycle on users;
drop trigger users_last_admin on users;
drop trigger user_roles_last_admin on user_roles;
drop function shut_out_user(), refuse_manager_cycle(), require_admin(), require_admin_without_role();
drop index roles_created_at_idx, roles_name_idx, teams_created_at_idx, teams_name_idx;
drop index users_search_idx, users_deleted_at_idx, users_members_idx, users_status_idx, users_last_login_at_idx, users_email_idx, users_name_idx, users_created_at_idx;
alter table users drop column search_text, drop column status;
alter table roles drop column requires_totp;
`);
  }
}
