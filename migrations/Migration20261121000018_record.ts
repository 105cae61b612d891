import { Migration } from '@mikro-orm/migrations';

/** Of each audited table: the name of its records, the column that names one, what is never shown, what is no change. */
const AUDITED: readonly (readonly [table: string, resource: string, id: string, masked: string, ignored: string])[] = [
  ['leads', 'leads', 'id', '', 'search_text,phone_digits,score_reasons,closed_at'],
  ['activities', 'activities', 'id', '', ''],
  ['users', 'users', 'id', 'password_hash', 'last_login_at,status,search_text,has_short_password'],
  ['roles', 'roles', 'id', '', ''],
  ['teams', 'teams', 'id', '', ''],
  ['lead_forms', 'lead-forms', 'id', '', ''],
  ['settings', 'settings', 'key', '', 'key,updated_by_id'],
  ['api_keys', 'api-keys', 'id', 'key_hash,previous_key_hash', 'last_used_at,last_used_ip'],
  [
    'webhooks',
    'webhooks',
    'id',
    'headers',
    'header_hints,failure_count,last_status_code,last_triggered_at,failing_since,failing_told_at',
  ],
  ['webhook_secrets', 'webhook-secrets', 'webhook_id', 'secret', 'webhook_id,last4'],
  [
    'notification_channels',
    'notification-channels',
    'id',
    'secret',
    'secret_last4,secret_updated_at,last_sent_at,failing_since,last_error,last_error_at,paused_until',
  ],
];

const triggers = AUDITED.map(([table, resource, id, masked, ignored]) => {
  const call = `execute function audit_change('${resource}', '${id}', '{${masked}}', '{id,updated_at,version${ignored && `,${ignored}`}}')`;
  return `
create trigger ${table}_audit after insert or delete on ${table} for each row ${call};
create trigger ${table}_audit_update after update on ${table} for each row when (old.* is distinct from new.*) ${call};`;
}).join('');

const LINKS = [
  ['user_roles', 'user', 'role_id', 'roles', 'r.name'],
  ['role_permissions', 'role', 'permission_id', 'permissions', `r.resource || ':' || r.action`],
] as const;
const links = LINKS.map(
  ([table, owner]) => `
create trigger ${table}_audit_insert after insert on ${table} referencing new table as moved for each statement execute function audit_${owner}_links('came');
create trigger ${table}_audit_delete after delete on ${table} referencing old table as moved for each statement execute function audit_${owner}_links('went');
create trigger ${table}_audit_update_old after update on ${table} referencing old table as moved for each statement execute function audit_${owner}_links('went');
create trigger ${table}_audit_update_new after update on ${table} referencing new table as moved for each statement execute function audit_${owner}_links('came');`,
).join('');

/** `held` is the names that the owner of the links has now. */
function linksFunction([table, owner, link, linked, name]: (typeof LINKS)[number]): string {
  const held = `exists (select from ${table} h where h.${owner}_id = p.${owner}_id and h.${link} = r.id)`;
  const moved = `exists (select from moved m where m.${owner}_id = p.${owner}_id and m.${link} = r.id)`;
  const names = (condition: string) =>
    `(select coalesce(jsonb_agg(${name} order by ${name}), '[]') from ${linked} r where ${condition})`;
  return `
create function audit_${owner}_links() returns trigger language plpgsql as $$
begin
  perform write_audit('update', '${owner}s', p.${owner}_id::text, jsonb_build_object('${linked}', jsonb_build_object(
    'from', ${names(`case tg_argv[0] when 'came' then ${held} and not ${moved} else ${held} or ${moved} end`)}, 'to', ${names(held)})))
  from (select distinct ${owner}_id from moved) p;
  return null;
end $$;`;
}

const APPEND_ONLY = ['audit_logs', 'security_logs'];

/** Who changed what, kept by the database itself, and logs that only grow. */
export class Migration20261121000018_record extends Migration {
  override up(): void {
    this.addSql(`
create table audit_logs (
  id uuid not null default gen_random_uuid(),
  action varchar(20) not null check (action in ('create', 'read', 'update', 'delete', 'restore', 'login', 'logout', 'export', 'import', 'merge', 'purge')),
  resource_type varchar(50) not null,
  resource_id varchar(255),
  description varchar(500),
  changes jsonb not null default '{}',
  -- No foreign keys: who it was must stay readable when the user and the key are gone.
  actor_kind varchar(20) not null,
  user_id uuid, user_email varchar(255), user_name varchar(255), api_key_id uuid,
  ip_address inet, user_agent varchar(500), request_method varchar(10), request_path varchar(500), request_id varchar(100),
  created_at timestamptz(3) not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create table audit_logs_rest partition of audit_logs default;
create index audit_logs_created_at_idx on audit_logs (created_at, id);
create index audit_logs_resource_idx on audit_logs (resource_id, created_at, id);
create index audit_logs_resource_type_idx on audit_logs (resource_type, created_at, id);
create index audit_logs_user_id_idx on audit_logs (user_id, created_at, id) where user_id is not null;
create index audit_logs_api_key_id_idx on audit_logs (api_key_id, created_at, id) where api_key_id is not null;
create index audit_logs_action_idx on audit_logs (action, created_at, id);
create index audit_logs_request_id_idx on audit_logs (request_id) where request_id is not null;
-- Addresses are asked for as text.
create index security_logs_ip_host_idx on security_logs (host(ip_address), created_at, id);

-- Ids are UUIDv7 of the moment of the row, not of the transaction: they keep the order in which one transaction did things.
create function write_audit(action text, type text, resource text, changes jsonb, description text default null) returns void language plpgsql as $$
declare
  author constant jsonb := nullif(current_setting('kontor.author', true), '')::jsonb;
  at constant timestamptz := clock_timestamp();
  micros constant bigint := extract(epoch from at) * 1000000;
begin
  insert into audit_logs (id, action, resource_type, resource_id, description, changes, actor_kind, user_id, user_email, user_name, api_key_id, ip_address, user_agent, request_method, request_path, request_id, created_at)
  values (
    (lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000), 3, '0') || right(replace(gen_random_uuid()::text, '-', ''), 16))::uuid,
    action, type, resource, description, coalesce(changes, '{}'),
    coalesce(author ->> 'kind', 'system'), (author ->> 'userId')::uuid, author ->> 'email',
    -- Nobody said whose deed it is, so somebody works on the database itself.
    case when author is null then 'database role ' || session_user || case when session_user = current_user then '' else ' as ' || current_user end else left(author ->> 'name', 255) end,
    (author ->> 'apiKeyId')::uuid, (author ->> 'ipAddress')::inet, left(author ->> 'userAgent', 500), author ->> 'method', left(author ->> 'path', 500), left(author ->> 'requestId', 100), date_trunc('milliseconds', at));
end $$;

-- Arguments: the resource as in its path, the column with its id, columns whose values are masked, columns that are no change.
-- Whatever is called like a secret is masked as well, so that a column forgotten in a trigger does not leak.
create function audit_change() returns trigger language plpgsql as $$
declare
  -- Apart from an INSERT's old and a DELETE's new row, which are null.
  was constant jsonb := coalesce(to_jsonb(old), '{}');
  is_now constant jsonb := coalesce(to_jsonb(new), '{}');
  whole constant jsonb := case when tg_op = 'DELETE' then was else is_now end;
  masked constant text[] := case when (was @> '{"is_secret": true}') or (is_now @> '{"is_secret": true}') then array['value'] else tg_argv[2]::text[] end;
  ignored constant text[] := tg_argv[3]::text[];
  changes jsonb;
begin
  select jsonb_object_agg(
    case when position('_' in key) = 0 then key else left(key, 1) || substr(replace(initcap(replace(key, '_', ' ') collate "C"), ' ', ''), 2) end,
    case when key = any(masked) or ((key like '%\\_hash' or key like '%secret' or key like '%password%' or key like '%\\_token' or key like '%recovery\\_code%') and jsonb_typeof(value) <> 'boolean')
      then jsonb_build_object('from', case when was ->> key is not null then '***' end, 'to', case when is_now ->> key is not null then '***' end)
      else jsonb_build_object('from', was -> key, 'to', is_now -> key) end)
  into changes
  from jsonb_each(whole)
  where coalesce(was -> key, 'null') <> coalesce(is_now -> key, 'null') and key <> all(ignored);
  if tg_op = 'UPDATE' then
    -- A record with an owner is in the owner's team: that it followed is no deed of its own.
    if changes is null or changes ? 'teamId' and is_now ->> 'owner_id' is not null and changes - 'teamId' = '{}' then return null; end if;
  end if;
  perform write_audit(
    case tg_op when 'INSERT' then 'create' when 'DELETE' then 'purge'
      else case when not changes ? 'deletedAt' then 'update' when is_now ->> 'deleted_at' is null then 'restore' when was ->> 'deleted_at' is null then 'delete' else 'update' end end,
    tg_argv[0], whole ->> tg_argv[1], changes);
  return null;
end $$;

-- What a user's roles and a role's permissions are is told as a change of the user or the role: one row for each of them
-- and statement, with all names before and after.
${LINKS.map(linksFunction).join('')}
-- A session is a login and its end a logout, by whatever way it was begun and ended.
create function audit_session() returns trigger language plpgsql as $$
begin
  perform write_audit(case tg_op when 'INSERT' then 'login' else 'logout' end, 'sessions', new.id::text, jsonb_build_object('userId', jsonb_build_object('from', null, 'to', new.user_id)), new.revoked_reason);
  return null;
end $$;
create trigger sessions_audit after insert on sessions for each row execute function audit_session();
create trigger sessions_audit_update after update of revoked_at on sessions for each row when (old.revoked_at is null and new.revoked_at is not null) execute function audit_session();

create trigger scheduled_jobs_audit_update after update of enabled on scheduled_jobs for each row when (old.enabled <> new.enabled)
  execute function audit_change('scheduled-jobs', 'name', '{}', '{updated_at,updated_by_id,last_slot_at}');
${triggers}
${links}

-- Also for the owner. Only erase_from_audit may change a row, and of it the values alone.
create function refuse_log_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_argv[0] = 'audit_logs' and current_setting('kontor.erasing', true) = 'on'
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) and to_jsonb(new) - 'changes' = to_jsonb(old) - 'changes' then
    return new;
  end if;
  raise exception '% only grows: what is on record is not changed', tg_argv[0] using errcode = 'insufficient_privilege';
end $$;
${APPEND_ONLY.map(
  (log) => `
create trigger ${log}_append_only before update or delete on ${log} for each row execute function refuse_log_change('${log}');
alter table ${log} enable always trigger ${log}_append_only;
create trigger ${log}_no_truncate before truncate on ${log} execute function refuse_log_change('${log}');
create trigger ${log}_no_truncate before truncate on ${log}_rest execute function refuse_log_change('${log}');
revoke update, delete, truncate on ${log} from public;`,
).join('')}

-- Months of logs are made and dropped by these alone, as their owner: the application needs no right to do either.
-- What was written before the month had a partition is copied, and the table it was in is dropped: no row is ever deleted.
create function make_log_partition(log text, month date) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first constant date := date_trunc('month', month);
  beyond constant date := date_trunc('month', month) + interval '1 month';
  name constant text := log || to_char(first, '"_"YYYY"_"MM');
  rest constant text := log || '_rest';
  -- Bounds in UTC, whatever the zone of the session.
  lower constant timestamptz := first::timestamp at time zone 'UTC';
  upper constant timestamptz := beyond::timestamp at time zone 'UTC';
  time_column text;
  is_append_only boolean; has_rows boolean;
begin
  select a.attname into time_column from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
    where p.partstrat = 'r' and p.partdefid = to_regclass(rest) and c.relnamespace = 'public'::regnamespace and c.relname = log;
  if time_column is null then raise exception '% is no log', log using errcode = 'insufficient_privilege'; end if;
  if to_regclass(name) is not null then return null; end if;
  is_append_only := exists (select from pg_trigger t where t.tgrelid = to_regclass(log) and t.tgfoid = 'refuse_log_change'::regproc);
  execute format('lock table %I in access exclusive mode', rest);
  if to_regclass(name) is not null then return null; end if;
  execute format('select exists (select from %I where %I >= %L and %I < %L)', rest, time_column, lower, time_column, upper) into has_rows;
  execute format('create table %I (like %I including all)', name, log);
  if has_rows then
    execute format('alter table %I detach partition %I', log, rest);
    execute format('alter table %I rename to %I', rest, rest || '_before');
    execute format('create table %I (like %I including all)', rest, log);
    execute format('insert into %I select * from %I where %I >= %L and %I < %L', name, rest || '_before', time_column, lower, time_column, upper);
    execute format('insert into %I select * from %I where not (%I >= %L and %I < %L)', rest, rest || '_before', time_column, lower, time_column, upper);
    execute format('drop table %I', rest || '_before');
  end if;
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', log, name, lower, upper);
  if has_rows then execute format('alter table %I attach partition %I default', log, rest); end if;
  if is_append_only then perform guard_log_partition(log, p) from unnest(case when has_rows then array[name, rest] else array[name] end) p; end if;
  return name;
end $$;

-- Row triggers and rights of a log hold for what goes through it; these hold for a partition addressed by its own name.
create function guard_log_partition(log text, partition text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  execute format('create trigger %I before truncate on %I execute function refuse_log_change(%L)', log || '_no_truncate', partition, log);
  if exists (select from pg_roles where rolname = 'kontor_app') then execute format('revoke all on %I from kontor_app', partition); end if;
end $$;

-- Only whole months that are over. What was in them and goes with them leaves a row.
create function drop_log_partition(log text, month date, only_empty boolean default false) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first constant date := date_trunc('month', month);
  name constant text := log || to_char(first, '"_"YYYY"_"MM');
  counted bigint;
begin
  if not exists (select from pg_inherits i join pg_partitioned_table p on p.partrelid = i.inhparent where i.inhrelid = to_regclass(name) and i.inhparent = to_regclass(log) and p.partdefid = to_regclass(log || '_rest')) then return null; end if;
  if first + interval '1 month' > now() at time zone 'UTC' then raise exception '% is not over', name using errcode = 'insufficient_privilege'; end if;
  execute format('lock table %I in access exclusive mode', name);
  execute format('select count(*) from (select from %I limit %s) found', name, case when only_empty then '1' else 'all' end) into counted;
  if only_empty and counted > 0 then return null; end if;
  execute format('drop table %I', name);
  if counted > 0 then perform write_audit('purge', replace(log, '_', '-'), name, null, format('The month %s was dropped with %s rows.', to_char(first, 'YYYY-MM'), counted)); end if;
  return counted;
end $$;

-- Erasing a person's data reaches what the log remembers of it: the fields stay named, their values go. That it happened is on record itself.
create function erase_from_audit(type text, resource text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counted bigint;
begin
  perform set_config('kontor.erasing', 'on', true);
  update audit_logs set changes = (select coalesce(jsonb_object_agg(key, '{"from": "[erased]", "to": "[erased]"}'::jsonb), '{}') from jsonb_object_keys(changes) key)
    where resource_type = type and resource_id = resource and changes <> '{}';
  get diagnostics counted = row_count;
  perform set_config('kontor.erasing', '', true);
  if counted > 0 then perform write_audit('purge', 'audit-logs', resource, null, format('The values of %s entries about %s were erased.', counted, type)); end if;
  return counted;
end $$;
revoke execute on function make_log_partition, drop_log_partition, erase_from_audit, guard_log_partition from public;

-- The words tell grant_to_application what the application may do with them: read and add.
comment on table audit_logs is 'append-only: who changed what';
comment on table security_logs is 'append-only: what concerned security';

do $$ begin
  for ahead in 0..2 loop perform make_log_partition('audit_logs', (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date); end loop;
end $$;

insert into permissions (resource, action, description) values
  ('audit', 'read', 'See who changed what, on every record'), ('audit', 'export', 'Take the audit log out as a file'),
  ('security-logs', 'read', 'See everybody''s security events')
  on conflict do nothing;
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on r.name = 'admin' and p.resource in ('audit', 'security-logs') on conflict do nothing;
`);
  }

  override down(): void {
    const tables = [
      ...AUDITED.map(([table]) => [table, ['audit', 'audit_update']] as const),
      ['sessions', ['audit', 'audit_update']] as const,
      ['scheduled_jobs', ['audit_update']] as const,
      ...LINKS.map(
        ([table]) => [table, ['audit_insert', 'audit_delete', 'audit_update_old', 'audit_update_new']] as const,
      ),
    ];
    this.addSql(`
${tables.flatMap(([table, names]) => names.map((name) => `drop trigger ${table}_${name} on ${table};`)).join('\n')}
delete from permissions where resource in ('audit', 'security-logs');
drop table audit_logs;
drop index security_logs_ip_host_idx;
comment on table security_logs is null;
drop function refuse_log_change() cascade;
drop function audit_change(), audit_user_links(), audit_role_links(), audit_session(), make_log_partition(text, date), guard_log_partition(text, text), drop_log_partition(text, date, boolean), erase_from_audit(text, text), write_audit(text, text, text, jsonb, text);
`);
  }
}
