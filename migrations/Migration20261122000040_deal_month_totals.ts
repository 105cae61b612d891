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
${RAISED}`);
  }

  override down(): void {
    this.addSql(`
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

/** As migration 39 has them, with this table among them. */
const RAISED = `
do $$ begin
  if to_regrole('kontor_app') is not null and to_regrole('kontor_guarded') is not null then perform raise_policies(); end if;
end $$;`;
