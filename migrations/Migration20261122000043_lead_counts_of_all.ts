import { Migration } from '@mikro-orm/migrations';

/**
 * Leads are counted for who sees all as companies, contacts and deals are (migration 32): by status and source, and by the day on which they were
 * made, in rows that are only added and folded by a job. Added up from the counts by holder, a thousand owners made the statistics and the
 * facets of all leads 14 to 22 ms, and two hundred with sixteen at once.
 */
export class Migration20261122000043_lead_counts_of_all extends Migration {
  override up(): void {
    this.addSql(`
lock table leads in share row exclusive mode;
create function keep_counts_of_all_leads() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into record_counts (resource, place, count) ${countsOf('come', 'count(*)')};
  elsif tg_op = 'DELETE' then
    insert into record_counts (resource, place, count) ${countsOf('gone', '-count(*)')};
  else
    insert into record_counts (resource, place, count)
      select 'leads', ${PLACE('old')}, -1 where old.deleted_at is null
      union all select 'leads', ${PLACE('new')}, 1 where new.deleted_at is null
      union all select 'lead-days', ${DAY('old')}, -1 where old.deleted_at is null and ${lived('old')} is distinct from ${lived('new')}
      union all select 'lead-days', ${DAY('new')}, 1 where new.deleted_at is null and ${lived('old')} is distinct from ${lived('new')};
  end if;
  return null;
end $$;
create trigger leads_counts_of_all_insert after insert on leads referencing new table as come for each statement execute function keep_counts_of_all_leads();
create trigger leads_counts_of_all_delete after delete on leads referencing old table as gone for each statement execute function keep_counts_of_all_leads();
create trigger leads_counts_of_all_update after update on leads for each row when (${counted('old')} is distinct from ${counted('new')}) execute function keep_counts_of_all_leads();
insert into record_counts (resource, place, count, is_folded) select resource, place, count, true from (${countsOf('leads', 'count(*) as count')}) c (resource, place, count);`);
  }

  override down(): void {
    this.addSql(`
drop trigger leads_counts_of_all_insert on leads;
drop trigger leads_counts_of_all_delete on leads;
drop trigger leads_counts_of_all_update on leads;
drop function keep_counts_of_all_leads();
delete from record_counts where resource in ('leads', 'lead-days');`);
  }
}

const PLACE = (row: string): string => `jsonb_build_object('status', ${row}.status, 'source', ${row}.source)`;
const DAY = (row: string): string => `jsonb_build_object('day', (${row}.created_at at time zone 'UTC')::date)`;
const countsOf = (rows: string, amount: string): string => `
    select 'leads', ${PLACE('r')}, ${amount} from ${rows} r where r.deleted_at is null group by 2
    union all select 'lead-days', ${DAY('r')}, ${amount} from ${rows} r where r.deleted_at is null group by 2`;
const lived = (row: string): string => `(${row}.deleted_at is null, ${row}.created_at)`;
const counted = (row: string): string => `(${row}.deleted_at is null, ${row}.created_at, ${row}.status, ${row}.source)`;
