import { Migration } from '@mikro-orm/migrations';

/**
 * The sums of all deals by day become rows that are only added: kept in slots, two units of work with several deals each
 * waited for one another until both failed. And what the planner is told of custom fields that were marked filterable
 * before, and of the likeness of texts.
 *
 * An instance of before goes on reading and writing: the sums are the same without their slots, and a trigger writes them.
 * Its own folding, once a night, fails until it is replaced.
 */
export class Migration20261121000034_added_totals extends Migration {
  override up(): void {
    this.addSql(`
alter table deal_day_totals drop column if exists slot;
alter table deal_day_totals reset (fillfactor);
alter table deal_day_totals add column if not exists is_folded boolean not null default false;
create index if not exists deal_day_totals_pipeline_id_idx on deal_day_totals (pipeline_id, day);
${keeping('', '')}`);
    this.addSql(
      forEachCustomIndex(
        `execute format('create statistics if not exists %I on (%s) from %s', statistics, pg_get_indexdef(found.indexrelid, 1, true), found.indrelid::regclass)`,
      ),
    );
    this.addSql(costOfLikeness(100));
    this.addSql('analyze leads, companies, contacts, deals, activities;');
  }

  override down(): void {
    this.addSql(costOfLikeness(1));
    this.addSql(forEachCustomIndex(`execute format('drop statistics if exists %I', statistics)`));
    this.addSql(`
create temporary table folded on commit drop as
  select ${PLACE}, sum(count) as count, sum(value) as value, sum(weighted_value) as weighted_value from deal_day_totals group by ${PLACE};
truncate deal_day_totals;
drop index deal_day_totals_pipeline_id_idx;
alter table deal_day_totals drop column is_folded;
alter table deal_day_totals set (fillfactor = 50);
alter table deal_day_totals add column slot smallint not null;
alter table deal_day_totals add primary key (${PLACE}, slot);
insert into deal_day_totals (${PLACE}, slot, count, value, weighted_value) select ${PLACE}, 0, count, value, weighted_value from folded;
${keeping(
  ', slot',
  ', (pg_backend_pid() % 16)::smallint',
  `
    order by 1, 2, 3, 4, 5, 6
    on conflict (${PLACE}, slot) do update set count = t.count + excluded.count, value = t.value + excluded.value, weighted_value = t.weighted_value + excluded.weighted_value`,
)}`);
  }
}

const PLACE = 'pipeline_id, day, stage_id, status, month, currency';
const MONTH = `case when s.status = 'open' then coalesce(date_trunc('month', s.expected_close_date)::date, '9999-12-01') else date_trunc('month', s.closed_at at time zone 'UTC')::date end`;

/** A state counts from the day on which it began until the day on which it ended; one that goes with its pipeline or stage leaves nothing to add up. */
const keeping = (column: string, value: string, after = ''): string => `
create or replace function keep_deal_day_totals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone constant deal_states[] := case when tg_op <> 'INSERT' and not old.is_deleted then array[old] else '{}' end;
  come constant deal_states[] := case when tg_op <> 'DELETE' and not new.is_deleted then array[new] else '{}' end;
begin
  insert into deal_day_totals as t (${PLACE}${column}, count, value, weighted_value)
    select c.pipeline_id, c.day, c.stage_id, c.status, c.month, c.currency${value}, c.count, c.value, c.weighted_value
    from (
      select s.pipeline_id, d.day, s.stage_id, s.status, ${MONTH} as month, s.currency, sum(d.sign) as count, sum(d.sign * coalesce(s.value, 0)) as value, sum(d.sign * coalesce(s.weighted_value, 0)) as weighted_value
      from (select -1 as sign, * from unnest(gone) union all select 1, * from unnest(come)) s cross join lateral (values
        (s.sign, (s.valid_from at time zone 'UTC')::date),
        (case when s.valid_to = 'infinity' then s.sign else -s.sign end, (s.valid_to at time zone 'UTC')::date)) d (sign, day)
      group by 1, 2, 3, 4, 5, 6) c
    join pipelines p on p.id = c.pipeline_id join pipeline_stages g on g.id = c.stage_id
    where (c.count, c.value, c.weighted_value) <> (0, 0, 0)${after};
  return null;
end $$;
`;

/** Those of custom fields that were marked filterable before; of lists of values there are none. */
const forEachCustomIndex = (statement: string): string => `
do $$
declare
  found record;
  statistics name;
begin
  for found in select i.indexrelid, i.indrelid, c.relname from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    where c.relnamespace = 'public'::regnamespace and c.relname ~ '^cf_[0-9a-f]{32}_idx$' and i.indisvalid and m.amname = 'btree' loop
    statistics := regexp_replace(found.relname, '_idx$', '_stats');
    ${statement};
  end loop;
end $$;`;

/**
 * The likeness of a text costs a hundred times what comparing two numbers does, which the extension does not say: the planner would
 * rather compare every row than ask the index. Where the function is another one's, it stays as it is.
 */
const costOfLikeness = (cost: number): string => `
do $$ begin
  alter function word_similarity_commutator_op(text, text) cost ${cost};
exception when insufficient_privilege or undefined_function then null;
end $$;`;
