import { addRecordCounts } from './functions/add-record-counts.js';
import { createPolicies } from './functions/create-policies.js';
import { moveRecordsToTeam } from './functions/move-records-to-team.js';
import { rejectHeldRecord } from './functions/reject-held-record.js';
import { ACTIVITY_LINKS, unlinkActivities } from './functions/unlink-activities.js';
import { ADDED_LINKS, BASELINE_TABLES, countsOf, TABLES } from './tables.js';
import { triggersOf } from './triggers.js';

/** A record type that a migration after the baseline adds. Its table exists already. */
export interface AddedRecordType {
  /** Entry of `tables.ts`, with `isAdded` and `externalIds`. */
  readonly table: string;
  /** Columns of the reference view besides id, owner, team and deletion time. */
  readonly reference: readonly string[];
}

const ACTIONS = [
  ['read', 'See'],
  ['create', 'Create'],
  ['update', 'Change, assign and restore'],
  ['delete', 'Delete'],
  ['purge', 'Permanently delete'],
] as const;

/**
 * Everything that all record types have in the database: external ids, reference view, legal holds, links of
 * activities, custom fields, permissions, triggers and row-level security.
 */
export function addRecordType({ table: name, reference }: AddedRecordType): string {
  const table = TABLES.find((one) => one.name === name);
  if (!table?.isAdded || !table.externalIds) throw new Error(`tables.ts has no added table ${name}`);
  const noun = table.externalIds.of;
  return [
    externalIds(name, noun),
    views(name, noun, reference),
    activityLink(name, `${noun}_id`),
    resourceChecks(`one.listed || '${name}'::text`),
    permissions(name),
    functions(),
    triggersOf(table),
    policies,
  ].join('\n');
}

const externalIds = (name: string, noun: string): string => `
create table ${noun}_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  ${noun}_id uuid not null references ${name} on delete cascade,
  primary key (source, external_id)
);
create index ${noun}_external_ids_${noun}_id_idx on ${noun}_external_ids (${noun}_id);
create index ${noun}_external_ids_external_id_idx on ${noun}_external_ids (external_id);
comment on table ${noun}_external_ids is 'The id of a record in another system, unique among active records.';`;

const views = (name: string, noun: string, reference: readonly string[]): string => `
create view ${noun}_refs as select id, ${reference.join(', ')}, owner_id, team_id, deleted_at from ${name};
comment on view ${noun}_refs is 'Reference in linked records, without regard to visibility.';
create view held_${name} as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = '${name}';
comment on view held_${name} is 'Ids of ${name} under a legal hold.';`;

const activityLink = (name: string, column: string): string => `
alter table activities add column ${column} uuid references ${name} on delete set null;
create index activities_${column}_idx
  on activities (${column}, least(created_at, completed_at), id)
  where ${column} is not null;
comment on column activities.${column} is 'Linked record.';
do $$ begin
  execute 'create or replace view held_activities as ' || rtrim(pg_get_viewdef('held_activities'::regclass), '; ')
    || ' union select a.id from legal_holds h join activities a on a.${column} = h.record_id'
    || ' where h.released_at is null and h.resource_type = ''${name}''';
end $$;`;

/** Writes the checks of columns with the name of a record type again, with the names that `names` returns. */
const resourceChecks = (names: string): string => `
do $$
declare one record;
begin
  for one in select c.conrelid::regclass as of, c.conname, a.attname,
      array(select m[1] from regexp_matches(pg_get_constraintdef(c.oid), '''([a-z-]+)''', 'g') m) as listed
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'c' and pg_get_constraintdef(c.oid) ~ '''companies''.*''activities'''
  loop
    execute format('alter table %s drop constraint %I, add constraint %I check (%I in (%s))', one.of, one.conname,
      one.conname, one.attname, (select string_agg(quote_literal(name), ', ') from unnest(${names}) name));
  end loop;
end $$;`;

const permissions = (name: string): string => `
insert into permissions (resource, action, description) values
  ${ACTIONS.map(([action, verb]) => `('${name}', '${action}', '${verb} ${name}')`).join(',\n  ')};
-- The same roles as for deals.
insert into role_permissions (role_id, permission_id)
select g.role_id, p.id from role_permissions g join permissions d on d.id = g.permission_id and d.resource = 'deals'
  join permissions p on p.resource = '${name}' and p.action = d.action;`;

const replaced = (text: string): string => text.replaceAll('create function', 'create or replace function');

/** Functions that name all record types. */
const functions = (): string => {
  const links = { ...ACTIVITY_LINKS, ...ADDED_LINKS };
  const moved = Object.keys(ADDED_LINKS).map(
    (table) => `  update ${table} set team_id = new.team_id where owner_id = new.id;\n`,
  );
  return [
    moveRecordsToTeam.replace('  return null;', `${moved.join('')}  return null;`),
    rejectHeldRecord,
    addRecordCounts(countsOf(TABLES)),
    unlinkActivities(links),
  ]
    .map(replaced)
    .join('\n');
};

/** The policies are created again after the migration. */
const policies = `
${replaced(createPolicies)}
drop policy if exists visibility on activities;`;

/** Takes `addRecordType` back, last added first. The migration drops the table of the records afterwards. */
export function removeRecordType(name: string): string {
  const noun = TABLES.find((one) => one.name === name)?.externalIds?.of;
  if (!noun) throw new Error(`tables.ts has no added table ${name}`);
  return `
delete from activities where ${noun}_id is not null;
delete from custom_field_definitions where '${name}' in (resource, target_resource);
delete from legal_holds where resource_type = '${name}';
delete from role_permissions where permission_id in (select id from permissions where resource = '${name}');
delete from permissions where resource = '${name}';
do $$ begin
  -- The last part of the view is the part of this record type.
  execute 'create or replace view held_activities as '
    || regexp_replace(rtrim(pg_get_viewdef('held_activities'::regclass), '; '), '\\s+UNION\\s((?!UNION).)*$', '');
end $$;
${resourceChecks(`array_remove(one.listed, '${name}')`)}
${replaced(moveRecordsToTeam)}
${replaced(unlinkActivities())}
${replaced(addRecordCounts(countsOf(BASELINE_TABLES)))}
drop policy if exists visibility on activities;
alter table activities drop column ${noun}_id;
drop view held_${name}, ${noun}_refs;
drop table ${noun}_external_ids;`;
}
