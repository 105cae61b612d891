import { Migration } from '@mikro-orm/migrations';

/**
 * Sums over all deals of a pipeline, as they are and what each day changed in them: the board and the forecast of who sees
 * all are some hundred rows, however many owners and deals there are, and those as of a day are the sums of now less what
 * has changed since.
 */
export class Migration20261121000030_deal_day_totals extends Migration {
  override up(): void {
    this.addSql(TOTALS);
    this.addSql(policies({ ...GUARDED_BEFORE, deal_day_totals: nobody }));
    this.addSql(`
do $$ begin
  if to_regrole('kontor_app') is not null and to_regrole('kontor_guarded') is not null then perform raise_policies(); end if;
end $$;
`);
  }

  override down(): void {
    this.addSql(policies(GUARDED_BEFORE));
    this.addSql(`
drop trigger deal_states_day_totals on deal_states;
drop function keep_deal_day_totals();
drop table deal_day_totals;
drop index deal_states_ended_idx;
`);
  }
}

const MONTH = `case when s.status = 'open' then coalesce(date_trunc('month', s.expected_close_date)::date, '9999-12-01') else date_trunc('month', s.closed_at at time zone 'UTC')::date end`;
/** A state counts from the day on which it began until the day on which it ended; the row of the day \`infinity\` is all of it: what holds now. */
const changesOf = (states: string): string => `
    select s.pipeline_id, d.day, s.stage_id, s.status, ${MONTH} as month, s.currency, sum(d.sign) as count, sum(d.sign * coalesce(s.value, 0)) as value, sum(d.sign * coalesce(s.weighted_value, 0)) as weighted_value
    from (${states}) s cross join lateral (values
      (s.sign, (s.valid_from at time zone 'UTC')::date),
      (case when s.valid_to = 'infinity' then s.sign else -s.sign end, (s.valid_to at time zone 'UTC')::date)) d (sign, day)
    group by 1, 2, 3, 4, 5, 6`;

const TOTALS = `
-- The day in UTC. Split into slots by backend, like the sums by holder. Deleted deals count in none.
create table deal_day_totals (
  pipeline_id uuid not null references pipelines on delete cascade,
  day date not null,
  stage_id uuid not null references pipeline_stages on delete cascade,
  status varchar(10) not null,
  month date not null,
  currency char(3) not null,
  slot smallint not null,
  count bigint not null,
  value numeric(20,2) not null,
  weighted_value numeric(20,2) not null,
  primary key (pipeline_id, day, stage_id, status, month, currency, slot)
) with (fillfactor = 50);
create index deal_day_totals_stage_id_idx on deal_day_totals (stage_id);
create index deal_states_ended_idx on deal_states (pipeline_id, valid_to) where valid_to < 'infinity';

-- In one order for all, as in keep_deal_totals. A state that goes with its pipeline or stage leaves nothing to add up.
create function keep_deal_day_totals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  backend constant smallint := pg_backend_pid() % 16;
  gone constant deal_states[] := case when tg_op <> 'INSERT' and not old.is_deleted then array[old] else '{}' end;
  come constant deal_states[] := case when tg_op <> 'DELETE' and not new.is_deleted then array[new] else '{}' end;
begin
  insert into deal_day_totals as t (pipeline_id, day, stage_id, status, month, currency, slot, count, value, weighted_value)
    select c.pipeline_id, c.day, c.stage_id, c.status, c.month, c.currency, backend, c.count, c.value, c.weighted_value
    from (${changesOf('select -1 as sign, * from unnest(gone) union all select 1, * from unnest(come)')}) c
    join pipelines p on p.id = c.pipeline_id join pipeline_stages g on g.id = c.stage_id
    where (c.count, c.value, c.weighted_value) <> (0, 0, 0) order by 1, 2, 3, 4, 5, 6
    on conflict (pipeline_id, day, stage_id, status, month, currency, slot) do update set count = t.count + excluded.count, value = t.value + excluded.value, weighted_value = t.weighted_value + excluded.weighted_value;
  return null;
end $$;
create trigger deal_states_day_totals after insert or update or delete on deal_states for each row execute function keep_deal_day_totals();

insert into deal_day_totals (pipeline_id, day, stage_id, status, month, currency, slot, count, value, weighted_value)
  select c.pipeline_id, c.day, c.stage_id, c.status, c.month, c.currency, 0, c.count, c.value, c.weighted_value
  from (${changesOf('select 1 as sign, * from deal_states where not is_deleted')}) c where (c.count, c.value, c.weighted_value) <> (0, 0, 0);
`;

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
