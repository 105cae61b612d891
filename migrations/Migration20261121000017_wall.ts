import { Migration } from '@mikro-orm/migrations';

/**
 * The second wall: roles that own nothing, and policies that know what a person sees by themselves. Roles belong to the
 * whole server, and not every owner of a database may make them: `raise_wall` is tried again after every migration, and
 * what it cannot do it says.
 */
export class Migration20261121000017_wall extends Migration {
  override up(): void {
    this.addSql(COUNTED_BY_OWNER);
    this.addSql(CONTEXT);
    this.addSql(PARTITIONS);
    this.addSql(ROLES);
    this.addSql(GRANTS);
    this.addSql(POLICIES);
    this.addSql(RAISE);
  }

  override down(): void {
    this.addSql(`
do $$
declare
  policy record;
begin
  for policy in select policyname, tablename from pg_policies where schemaname = 'public' and policyname in ('application', 'sight') loop
    execute format('drop policy %I on %I', policy.policyname, policy.tablename);
    execute format('alter table %I disable row level security', policy.tablename);
  end loop;
  if to_regrole('kontor_app') is not null then
    revoke all on all tables in schema public from kontor_app;
    revoke all on all sequences in schema public from kontor_app;
    revoke all on all functions in schema public from kontor_app;
    revoke all on schema public from kontor_app;
  end if;
end $$;
drop view lead_cards;
drop function raise_wall(), raise_policies(), grant_to_application(), make_application_roles(), make_log_partition(text, date), drop_log_partition(text, text), is_log(text), sight_user(), sight_team();
alter view lead_conversion_funnel reset (security_invoker);
alter function keep_lead_counts() security invoker reset search_path;
alter function keep_lead_external_ids() security invoker reset search_path;
alter function take_records_to_team() security invoker reset search_path;
`);
  }
}

/** Triggers keep what follows from a change also where its author sees no part of it. A view is read with the rights of its owner unless it says otherwise. */
const COUNTED_BY_OWNER = `
alter function keep_lead_counts() security definer set search_path = public, pg_temp;
alter function keep_lead_external_ids() security definer set search_path = public, pg_temp;
alter function take_records_to_team() security definer set search_path = public, pg_temp;
alter view lead_conversion_funnel set (security_invoker = true);

-- What an activity says of its lead: also to whom the lead itself is out of sight, but the activity is theirs to do.
create view lead_cards as select id, name, status, owner_id, team_id, deleted_at from leads;
`;

/** Without a context there is no answer at all: an empty one would pass for the truth. After a transaction that had one the setting is '', not missing. */
const CONTEXT = `
create function sight_user() returns uuid language plpgsql stable parallel safe as $$
declare
  known constant text := current_setting('kontor.user_id', true);
begin
  if coalesce(known, '') = '' then
    raise exception 'Nobody is named whose sight this read has' using errcode = 'insufficient_privilege';
  end if;
  return known::uuid;
end $$;
create function sight_team() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('kontor.team_id', true), '')::uuid $$;
`;

/** The one change of the schema while the application runs, done by its owner, and for logs alone. */
const PARTITIONS = `
create function is_log(log text) returns boolean language sql stable as $$
  select exists (select from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
    where c.relname = log and c.relnamespace = 'public'::regnamespace and p.partstrat = 'r' and p.partdefid <> 0)
$$;

-- What was written for the month before it had a partition is moved into it. Says whether there was something to do.
create function make_log_partition(log text, month date) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at text;
  name constant text := log || to_char(month, '_YYYY_MM');
  rest constant text := log || '_rest';
  starts constant timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
  ends constant timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
begin
  if not is_log(log) then raise exception '% is no log', log using errcode = 'insufficient_privilege'; end if;
  if to_regclass(format('public.%I', name)) is not null then return false; end if;
  select a.attname into at from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0] where p.partrelid = to_regclass(format('public.%I', log));
  execute format('lock table %I in access exclusive mode', rest);
  execute format('create table %I (like %I including all)', name, log);
  execute format('with moved as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from moved', rest, at, starts, at, ends, name);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', log, name, starts, ends);
  return true;
end $$;

-- Only what is empty. Says whether it is gone.
create function drop_log_partition(log text, name text) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_used boolean;
begin
  if not is_log(log) or name = log || '_rest' or not exists (select from pg_inherits where inhparent = to_regclass(format('public.%I', log)) and inhrelid = to_regclass(format('public.%I', name))) then
    raise exception '% is no month of the log %', name, log using errcode = 'insufficient_privilege';
  end if;
  execute format('lock table %I in access exclusive mode', name);
  execute format('select exists (select from %I)', name) into is_used;
  if not is_used then execute format('drop table %I', name); end if;
  return not is_used;
end $$;
revoke execute on function make_log_partition(text, date), drop_log_partition(text, text) from public;
`;

/** Another database of the server may be at the same: then that one has made them. */
const ROLES = `
create function make_application_roles() returns text language plpgsql as $$
declare
  membership constant text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  for attempt in 1 .. 5 loop
    begin
      if to_regrole('kontor_app') is null then create role kontor_app nologin; end if;
      if to_regrole('kontor_guarded') is null then create role kontor_guarded nologin; end if;
      if not pg_has_role('kontor_guarded', 'kontor_app', 'USAGE') then grant kontor_app to kontor_guarded; end if;
      if not pg_has_role(current_user, 'kontor_app', membership) then execute format('grant kontor_app to %I', current_user); end if;
      if not pg_has_role(current_user, 'kontor_guarded', membership) then execute format('grant kontor_guarded to %I', current_user); end if;
      return null;
    exception
      when insufficient_privilege then return sqlerrm;
      when duplicate_object or unique_violation or internal_error or undefined_object then perform pg_sleep(random() * 0.1);
    end;
  end loop;
  return 'The roles kontor_app and kontor_guarded are being changed by somebody else';
end $$;
`;

/**
 * A table that the role holds nothing on yet gets all of reading and writing, or, where its comment begins with
 * "append-only", reading and adding. Partitions get nothing: they are reached through their log.
 */
const GRANTS = `
create function grant_to_application() returns void language plpgsql as $$
declare
  found record;
begin
  if not has_schema_privilege('kontor_app', 'public', 'usage') then grant usage on schema public to kontor_app; end if;
  for found in
    select c.oid::regclass as name, c.relname, c.relkind, coalesce(obj_description(c.oid, 'pg_class'), '') like 'append-only%' as is_appended
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and not c.relispartition and c.relowner = current_user::regrole
      and not exists (select from aclexplode(c.relacl) held where held.grantee = 'kontor_app'::regrole)
  loop
    execute format('grant %s on %s to kontor_app', case
      when found.relkind = 'S' then 'usage, select'
      when found.relkind = 'v' or found.relname = 'mikro_orm_migrations' then 'select'
      when found.is_appended then 'select, insert'
      else 'select, insert, update, delete' end, found.name);
  end loop;
  grant execute on function make_log_partition(text, date), drop_log_partition(text, text) to kontor_app;
end $$;
`;

/**
 * kontor_guarded may what kontor_app may, so the policy of kontor_app is its as well, and its own, which is restrictive,
 * cuts that down. A policy that is simply true leaves plans as they are; that is why the system and whoever sees all
 * read as kontor_app instead of by a policy that asks for their reach.
 * Each value is asked for once a statement, and compared with columns that have an index.
 */
const POLICIES = `
create function raise_policies() returns void language plpgsql as $$
declare
  guarded constant jsonb := jsonb_build_object(
    'leads', 'owner_id = (select sight_user()) or team_id = (select sight_team())',
    'activities', 'owner_id = (select sight_user()) or assignee_id = (select sight_user()) or team_id = (select sight_team()) or exists (select from leads l where l.id = lead_id)',
    'lead_counts', 'owner_id = (select sight_user()) or owner_id = (select sight_team()) or owner_id in (select u.id from users u where u.team_id = (select sight_team()))',
    'lead_day_counts', 'owner_id = (select sight_user()) or owner_id = (select sight_team()) or owner_id in (select u.id from users u where u.team_id = (select sight_team()))',
    'lead_external_ids', 'exists (select from leads l where l.id = lead_id)');
  name text;
  sight text;
begin
  for name, sight in select * from jsonb_each_text(guarded) loop
    continue when (select count(*) from pg_policies where schemaname = 'public' and tablename = name and policyname in ('application', 'sight')) = 2;
    execute format('drop policy if exists application on %I', name);
    execute format('drop policy if exists sight on %I', name);
    execute format('create policy application on %I to kontor_app using (true) with check (true)', name);
    execute format('create policy sight on %I as restrictive to kontor_guarded using (%s) with check (true)', name, sight);
    execute format('alter table %I enable row level security', name);
  end loop;
end $$;
`;

/** Gives the reason where there can be no wall. */
const RAISE = `
create function raise_wall() returns text language plpgsql as $$
declare
  reason constant text := make_application_roles();
begin
  if reason is null then
    perform grant_to_application();
    perform raise_policies();
  end if;
  return reason;
end $$;
`;
