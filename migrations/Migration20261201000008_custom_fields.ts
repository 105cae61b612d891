import { Migration } from '@mikro-orm/migrations';

/** Fields that users define, and their unique values. */
export class Migration20261201000008_custom_fields extends Migration {
  override up(): void {
    this.addSql(customFieldDefinitions);
    this.addSql(customFieldDeletions);
    this.addSql(customFieldValues);
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql('drop table custom_field_values, custom_field_deletions, custom_field_definitions;');
  }
}

const customFieldDefinitions = `
create table custom_field_definitions (
  id uuid primary key default gen_random_uuid(),
  resource varchar(50) not null check (resource in ('leads', 'companies', 'contacts', 'deals', 'activities')),
  key varchar(63) not null check (key ~ '^[a-z][a-zA-Z0-9_]{0,62}$'),
  label varchar(100) not null,
  description varchar(500),
  type varchar(20) not null
    check (type in ('text', 'number', 'money', 'date', 'boolean', 'choice', 'multi-choice', 'url', 'email', 'user',
    'record-link')),
  target_resource varchar(50) check (target_resource in ('leads', 'companies', 'contacts', 'deals', 'activities')),
  options jsonb not null default '[]',
  is_required boolean not null default false,
  is_unique boolean not null default false,
  default_value jsonb,
  max_length integer check (max_length between 1 and 10000),
  minimum double precision,
  maximum double precision,
  position integer not null,
  is_filterable boolean not null default false,
  index_job_id uuid,
  index_status varchar(10) check (index_status in ('building', 'ready', 'failed')),
  archived_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  constraint custom_field_definitions_key_key unique (resource, key),
  check (maximum >= minimum),
  check ((type = 'record-link') = (target_resource is not null))
);
create index custom_field_definitions_position_idx on custom_field_definitions (position, id);
comment on table custom_field_definitions is 'A custom field of a record type.';
comment on column custom_field_definitions.target_resource is 'Record type that a record link points to.';
comment on column custom_field_definitions.options is 'Choices of choice fields.';
comment on column custom_field_definitions.minimum is 'Least number or amount.';
comment on column custom_field_definitions.maximum is 'Greatest number or amount.';
comment on column custom_field_definitions.is_filterable is
  'Whether the field has an index and can be used in filters and orders.';
comment on column custom_field_definitions.index_job_id is 'Job that builds the index.';
`;

const customFieldDeletions = `
create table custom_field_deletions (
  resource varchar(50) not null,
  key varchar(63) not null,
  deleted_at timestamptz(3) not null default now(),
  primary key (resource, key)
);
comment on table custom_field_deletions is 'The key of a deleted custom field. Filters that name the key are rejected.';
`;

const customFieldValues = `
create table custom_field_values (
  resource varchar(50) not null,
  key varchar(63) not null,
  value varchar(500) not null,
  record_id uuid not null,
  primary key (resource, key, value)
);
create index custom_field_values_record_id_idx on custom_field_values (record_id);
comment on table custom_field_values is 'A value of a unique custom field, held by one active record.';
comment on column custom_field_values.value is 'The value in its form for comparison (equal_text).';
`;

const triggers = `
-- Processes keep the definitions in memory.
create trigger custom_field_definitions_access_epoch after insert or update or delete on custom_field_definitions
  for each statement execute function bump_access_epoch();
`;
