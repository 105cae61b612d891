import { Migration } from '@mikro-orm/migrations';

const RESOURCES = ['leads', 'companies', 'contacts', 'deals', 'activities'] as const;

/** Fields that a company gives its records itself: what they are, what of them is unique, and how a value is read by its type. */
export class Migration20261121000023_custom_fields extends Migration {
  override up(): void {
    this.addSql(TABLES);
    this.addSql(READERS);
    this.addSql(UNIQUE);
    this.addSql(RESOURCES.map(triggers).join('\n'));
    this.addSql(AUDIT);
    this.addSql(PERMISSIONS);
  }

  override down(): void {
    this.addSql(`
delete from permissions where resource = 'custom-fields';
${RESOURCES.map((table) => `drop trigger ${table}_custom_field_values_insert on ${table}; drop trigger ${table}_custom_field_values_update on ${table}; drop trigger ${table}_custom_field_values_delete on ${table};`).join('\n')}
drop function keep_custom_field_values();
-- With the indexes that were built on them.
drop function custom_text(jsonb), custom_texts(jsonb), custom_number(jsonb), custom_money(jsonb), custom_day(jsonb), custom_flag(jsonb), custom_uuid(jsonb) cascade;
drop table custom_field_values, custom_field_definitions;
`);
  }
}

const TABLES = `
create table custom_field_definitions (
  id uuid primary key default gen_random_uuid(),
  resource varchar(50) not null check (resource in (${RESOURCES.map((name) => `'${name}'`).join(', ')})),
  key varchar(63) not null check (key ~ '^[a-z][a-zA-Z0-9_]{0,62}$'),
  label varchar(100) not null,
  description varchar(500),
  type varchar(20) not null check (type in ('text', 'number', 'money', 'date', 'boolean', 'choice', 'multi-choice', 'url', 'email', 'user', 'record-link')),
  target_resource varchar(50) check (target_resource in (${RESOURCES.map((name) => `'${name}'`).join(', ')})),
  options jsonb not null default '[]',
  is_required boolean not null default false,
  is_unique boolean not null default false,
  default_value jsonb,
  max_length integer check (max_length between 1 and 10000),
  minimum double precision,
  maximum double precision check (maximum >= minimum),
  position integer not null,
  is_filterable boolean not null default false,
  index_job_id uuid,
  index_status varchar(10) check (index_status in ('building', 'ready', 'failed')),
  archived_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  constraint custom_field_definitions_key_key unique (resource, key),
  check ((type = 'record-link') = (target_resource is not null))
);
create index custom_field_definitions_position_idx on custom_field_definitions (position, id);
-- Every process keeps the definitions in memory for as long as this number stays.
create trigger custom_field_definitions_access_epoch after insert or update or delete on custom_field_definitions for each statement execute function bump_access_epoch();

-- The one guard of "no two living records with the same value"; kept by triggers on the records.
create table custom_field_values (
  resource varchar(50) not null,
  key varchar(63) not null,
  value varchar(500) not null,
  record_id uuid not null,
  primary key (resource, key, value)
);
create index custom_field_values_record_id_idx on custom_field_values (record_id);
`;

/** A value as its type, or nothing where it is of another type: it may be older than its definition. Immutable, so that indexes can be made of them. */
const READERS = `
create function custom_text(value jsonb) returns text language sql immutable parallel safe as $$ select case jsonb_typeof(value) when 'string' then value #>> '{}' end $$;
create function custom_number(value jsonb) returns numeric language sql immutable parallel safe as $$ select case jsonb_typeof(value) when 'number' then value::numeric end $$;
create function custom_flag(value jsonb) returns boolean language sql immutable parallel safe as $$ select case jsonb_typeof(value) when 'boolean' then value::boolean end $$;
create function custom_money(value jsonb) returns numeric language sql immutable parallel safe as $$ select case when jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^\\d{1,12}(\\.\\d{1,2})?$' then (value #>> '{}')::numeric end $$;
create function custom_uuid(value jsonb) returns uuid language sql immutable parallel safe as $$
  select case when value #>> '{}' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (value #>> '{}')::uuid end $$;
create function custom_texts(value jsonb) returns text[] language sql immutable parallel safe as $$
  select case jsonb_typeof(value) when 'array' then array(select jsonb_array_elements_text(value)) end $$;
-- A cast to a date depends on the session; this does not, and takes no day that its month does not have.
create function custom_day(value jsonb) returns date language sql immutable parallel safe as $$
  select case when value #>> '{}' ~ '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$'
    then case when substr(value #>> '{}', 9, 2)::int <= extract(day from make_date(substr(value #>> '{}', 1, 4)::int, substr(value #>> '{}', 6, 2)::int, 1) + interval '1 month' - interval '1 day')
      then make_date(substr(value #>> '{}', 1, 4)::int, substr(value #>> '{}', 6, 2)::int, substr(value #>> '{}', 9, 2)::int) end end $$;
`;

const UNIQUE = `
create function keep_custom_field_values() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from custom_field_values where record_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.deleted_at is null then
    insert into custom_field_values (resource, key, value, record_id)
    select d.resource, d.key, left(lower(new.custom_fields ->> d.key), 500), new.id from custom_field_definitions d
    where d.resource = tg_table_name and d.is_unique and d.archived_at is null and new.custom_fields ->> d.key is not null;
  end if;
  return null;
end $$;
`;

const triggers = (table: string): string => `
create trigger ${table}_custom_field_values_insert after insert on ${table} for each row when (new.custom_fields <> '{}') execute function keep_custom_field_values();
create trigger ${table}_custom_field_values_update after update of custom_fields, deleted_at on ${table} for each row
  when (old.custom_fields is distinct from new.custom_fields or (old.custom_fields <> '{}' and (old.deleted_at is null) <> (new.deleted_at is null))) execute function keep_custom_field_values();
create trigger ${table}_custom_field_values_delete after delete on ${table} for each row when (old.custom_fields <> '{}') execute function keep_custom_field_values();`;

const call = `execute function audit_change('custom-fields', 'id', '{}', '{id,updated_at,version,index_status,index_job_id}')`;
const AUDIT = `
create trigger custom_field_definitions_audit after insert or delete on custom_field_definitions for each row ${call};
create trigger custom_field_definitions_audit_update after update on custom_field_definitions for each row when (old.* is distinct from new.*) ${call};
`;

const PERMISSIONS = `
insert into permissions (resource, action, description) values
  ('custom-fields', 'read', 'See which fields records have been given'),
  ('custom-fields', 'manage', 'Give records fields of one''s own, change, order and archive them');
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on p.resource = 'custom-fields' and (r.name = 'admin' or p.action = 'read');
`;
