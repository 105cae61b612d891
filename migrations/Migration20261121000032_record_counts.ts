import { Migration } from '@mikro-orm/migrations';

/**
 * How many living records there are, by the few fields that lists are narrowed by most: the facets of a whole table and
 * the total of a filtered list are some hundred rows, however many records there are.
 */
export class Migration20261121000032_record_counts extends Migration {
  override up(): void {
    this.addSql(COUNTS);
    for (const [table, columns] of Object.entries(COUNTED)) this.addSql(kept(table, columns));
    this.addSql(policies({ ...GUARDED_BEFORE, record_counts: nobody }));
    this.addSql(`
do $$ begin
  if to_regrole('kontor_app') is not null and to_regrole('kontor_guarded') is not null then perform raise_policies(); end if;
end $$;
`);
  }

  override down(): void {
    this.addSql(policies(GUARDED_BEFORE));
    for (const table of Object.keys(COUNTED)) {
      this.addSql(
        `drop trigger ${table}_counts_insert on ${table}; drop trigger ${table}_counts_delete on ${table}; drop trigger ${table}_counts_update on ${table}; drop function keep_${table}_counts();`,
      );
    }
    this.addSql('drop table record_counts;');
  }
}

const COUNTS = `
-- By what of a record is counted: public names to values. Rows are only added, so that no writer waits for another, and folded into one by a job.
create table record_counts (
  resource varchar(50) not null,
  place jsonb not null,
  count bigint not null,
  is_folded boolean not null default false
);
create index record_counts_resource_idx on record_counts (resource);
`;

/** Public name to column. Few values each: together they must stay far fewer than the records. */
const COUNTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  companies: { status: 'status', size: 'size', country: 'country' },
  contacts: { status: 'status', source: 'source', country: 'country' },
  deals: { status: 'status', priority: 'priority', pipelineId: 'pipeline_id', stageId: 'stage_id' },
};

function kept(table: string, columns: Readonly<Record<string, string>>): string {
  const place = (row: string): string =>
    `jsonb_build_object(${Object.entries(columns)
      .map(([name, column]) => `'${name}', ${row}.${column}`)
      .join(', ')})`;
  const counts = (rows: string, amount: string): string =>
    `insert into record_counts (resource, place, count) select '${table}', ${place('r')}, ${amount} from ${rows} r where r.deleted_at is null group by 2`;
  const counted = (row: string): string =>
    `(${row}.deleted_at is null, ${Object.values(columns)
      .map((column) => `${row}.${column}`)
      .join(', ')})`;
  return `
create function keep_${table}_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    ${counts('come', 'count(*)')};
  elsif tg_op = 'DELETE' then
    ${counts('gone', '-count(*)')};
  else
    insert into record_counts (resource, place, count)
      select '${table}', ${place('old')}, -1 where old.deleted_at is null
      union all select '${table}', ${place('new')}, 1 where new.deleted_at is null;
  end if;
  return null;
end $$;
create trigger ${table}_counts_insert after insert on ${table} referencing new table as come for each statement execute function keep_${table}_counts();
create trigger ${table}_counts_delete after delete on ${table} referencing old table as gone for each statement execute function keep_${table}_counts();
create trigger ${table}_counts_update after update on ${table} for each row when (${counted('old')} is distinct from ${counted('new')}) execute function keep_${table}_counts();
insert into record_counts (resource, place, count, is_folded) select '${table}', ${place('r')}, count(*), true from ${table} r where r.deleted_at is null group by 2;
`;
}

/** Refused without a context, like the others; with one, nothing is there to be seen. */
const nobody = '(select sight_user()) is null';
const owned = 'owner_id = (select sight_user()) or team_id = (select sight_team())';
const held = (holder: string): string =>
  `${holder} = (select sight_user()) or ${holder} = (select sight_team()) or ${holder} in (select u.id from users u where u.team_id = (select sight_team()))`;
const seen = (table: string, column: string): string => `exists (select from ${table} r where r.id = ${column})`;

const GUARDED_BEFORE: Readonly<Record<string, string>> = {
  leads: owned,
  companies: owned,
  contacts: owned,
  deals: owned,
  activities: `${owned} or assignee_id = (select sight_user()) or ${seen('leads', 'lead_id')} or ${seen('companies', 'company_id')} or ${seen('contacts', 'contact_id')} or ${seen('deals', 'deal_id')}`,
  lead_counts: held('owner_id'),
  lead_day_counts: held('owner_id'),
  lead_external_ids: seen('leads', 'lead_id'),
  company_external_ids: seen('companies', 'company_id'),
  contact_external_ids: seen('contacts', 'contact_id'),
  deal_external_ids: seen('deals', 'deal_id'),
  deal_stage_changes: seen('deals', 'deal_id'),
  deal_states: seen('deals', 'deal_id'),
  deal_stage_totals: held('holder_id'),
  deal_forecast_totals: held('holder_id'),
  deal_day_totals: nobody,
};

const policies = (guarded: Readonly<Record<string, string>>): string => `
create or replace function raise_policies() returns void language plpgsql as $$
declare
  guarded constant jsonb := '${JSON.stringify(guarded)}';
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
