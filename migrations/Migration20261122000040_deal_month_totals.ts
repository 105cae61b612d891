import { Migration } from '@mikro-orm/migrations';

/**
 * The sums by day (migration 34) once more by month, so that boards and forecasts of a day long ago add up the rest of its month and some
 * months, not every day since: ten thousand rows for ninety days. They are of what is folded and change as it is folded, in the same
 * unit of work and whoever folds; a write of a deal adds nothing to them.
 */
export class Migration20261122000040_deal_month_totals extends Migration {
  override up(): void {
    this.addSql(`
create table deal_month_totals (
  pipeline_id uuid not null references pipelines on delete cascade,
  changed_in date not null,
  stage_id uuid not null references pipeline_stages on delete cascade,
  status varchar(10) not null,
  month date not null,
  currency char(3) not null,
  count bigint not null,
  value numeric(20,2) not null,
  weighted_value numeric(20,2) not null,
  primary key (pipeline_id, changed_in, stage_id, status, month, currency) include (count, value, weighted_value)
);
comment on column deal_month_totals.changed_in is 'The first day of the month, in UTC, in which the states began and ended.';
create index deal_month_totals_stage_id_idx on deal_month_totals (stage_id);

-- Of a pipeline or stage that is removed the months have gone already, or go with it.
create function keep_deal_month_totals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from changed c where c.is_folded) then return null; end if;
  -- Two that fold at once would meet these rows in two orders.
  lock table deal_month_totals in share row exclusive mode;
  if tg_op = 'DELETE' then
    update deal_month_totals t set count = t.count - c.count, value = t.value - c.value, weighted_value = t.weighted_value - c.weighted_value
      from (${summed('changed')}) c where (${ofRow('t')}) = (${ofRow('c')});
  else
    insert into deal_month_totals as t (${ROW}, count, value, weighted_value) ${summed('changed')}
      on conflict (${ROW}) do update set count = t.count + excluded.count, value = t.value + excluded.value, weighted_value = t.weighted_value + excluded.weighted_value;
  end if;
  return null;
end $$;
create trigger deal_day_totals_months_insert after insert on deal_day_totals referencing new table as changed for each statement execute function keep_deal_month_totals();
create trigger deal_day_totals_months_delete after delete on deal_day_totals referencing old table as changed for each statement execute function keep_deal_month_totals();

insert into deal_month_totals (${ROW}, count, value, weighted_value) ${summed('deal_day_totals')};

drop index deal_day_totals_pipeline_id_idx;
create index deal_day_totals_pipeline_id_idx on deal_day_totals (pipeline_id, is_folded, day) include (stage_id, status, month, currency, count, value, weighted_value);
${policies({ ...GUARDED_BEFORE, deal_month_totals: nobody })}${RAISED}`);
  }

  override down(): void {
    this.addSql(`
${policies(GUARDED_BEFORE)}
drop index deal_day_totals_pipeline_id_idx;
create index deal_day_totals_pipeline_id_idx on deal_day_totals (pipeline_id, day) include (stage_id, status, month, currency, count, value, weighted_value);
drop trigger deal_day_totals_months_insert on deal_day_totals;
drop trigger deal_day_totals_months_delete on deal_day_totals;
drop function keep_deal_month_totals();
drop table deal_month_totals;`);
  }
}

const PLACE = ['pipeline_id', 'changed_in', 'stage_id', 'status', 'month', 'currency'];
const ROW = PLACE.join(', ');
const ofRow = (row: string): string => PLACE.map((column) => `${row}.${column}`).join(', ');
/** What is folded of the days, by the month that they are in. */
const summed = (days: string): string => `
    select pipeline_id, date_trunc('month', day)::date as changed_in, stage_id, status, month, currency, sum(count) as count, sum(value) as value, sum(weighted_value) as weighted_value
    from ${days} where is_folded and day < 'infinity' group by 1, 2, 3, 4, 5, 6`;

/** Refused without a context, like the others; with one, nothing is there to be seen. */
const nobody = '(select sight_user()) is null';
const owned = 'owner_id = (select sight_user()) or team_id = (select sight_team())';
const held = (holder: string): string => `${holder} = (select sight_user()) or ${holder} = (select sight_team()) or ${holder} in (select u.id from users u where u.team_id = (select sight_team()))`;
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
  deal_states: owned,
  deal_stage_totals: held('holder_id'),
  deal_forecast_totals: held('holder_id'),
  deal_day_totals: nobody,
  record_counts: nobody,
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

const RAISED = `
do $$ begin
  if to_regrole('kontor_app') is not null and to_regrole('kontor_guarded') is not null then perform raise_policies(); end if;
end $$;`;
