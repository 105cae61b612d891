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
drop function raise_wall(), raise_policies(), grant_to_application(), make_application_roles(), sight_user(), sight_team();
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
  -- What changes the schema of logs, or what is on record, is done by these alone, as their owner.
  for found in select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.proname in ('make_log_partition', 'drop_log_partition', 'erase_from_audit')
  loop
    execute format('grant execute on function %s to kontor_app', found.name);
  end loop;
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
