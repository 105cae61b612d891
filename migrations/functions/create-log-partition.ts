export const createLogPartition = `
-- Runs as the owner: the application has no right to create or drop partitions.
-- Rows that were written before the partition existed are copied, and their table is dropped: no row is deleted.
create function create_log_partition(log text, month date) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first constant date := date_trunc('month', month);
  beyond constant date := date_trunc('month', month) + interval '1 month';
  name constant text := log || to_char(first, '"_"YYYY"_"MM');
  rest constant text := log || '_rest';
  -- Bounds in UTC, whatever the time zone of the session.
  lower constant timestamptz := first::timestamp at time zone 'UTC';
  upper constant timestamptz := beyond::timestamp at time zone 'UTC';
  time_column text;
  is_append_only boolean; has_rows boolean;
begin
  select a.attname into time_column
    from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
    where p.partstrat = 'r' and p.partdefid = to_regclass(rest)
      and c.relnamespace = 'public'::regnamespace and c.relname = log;
  if time_column is null then
    raise exception '% is no log', log using errcode = 'insufficient_privilege';
  end if;
  if to_regclass(name) is not null then return null; end if;
  is_append_only := exists (
    select from pg_trigger t where t.tgrelid = to_regclass(log) and t.tgfoid = 'reject_log_change'::regproc);
  execute format('lock table %I in access exclusive mode', rest);
  if to_regclass(name) is not null then return null; end if;
  execute format('select exists (select from %I where %I >= %L and %I < %L)',
    rest, time_column, lower, time_column, upper) into has_rows;
  execute format('create table %I (like %I including all)', name, log);
  if has_rows then
    execute format('alter table %I detach partition %I', log, rest);
    execute format('alter table %I rename to %I', rest, rest || '_before');
    execute format('create table %I (like %I including all)', rest, log);
    execute format('insert into %I select * from %I where %I >= %L and %I < %L',
      name, rest || '_before', time_column, lower, time_column, upper);
    execute format('insert into %I select * from %I where not (%I >= %L and %I < %L)',
      rest, rest || '_before', time_column, lower, time_column, upper);
    execute format('drop table %I', rest || '_before');
  end if;
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', log, name, lower, upper);
  if has_rows then execute format('alter table %I attach partition %I default', log, rest); end if;
  if is_append_only then
    perform protect_log_partition(log, p)
      from unnest(case when has_rows then array[name, rest] else array[name] end) p;
  end if;
  return name;
end $$;
comment on function create_log_partition(text, date) is
  'Creates the partition of a month and moves the rows of the month into it.';
`;
