export const dropLogPartition = `
create function drop_log_partition(log text, month date, only_empty boolean default false) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first constant date := date_trunc('month', month);
  name constant text := log || to_char(first, '"_"YYYY"_"MM');
  counted bigint;
begin
  if not exists (
    select from pg_inherits i join pg_partitioned_table p on p.partrelid = i.inhparent
    where i.inhrelid = to_regclass(name) and i.inhparent = to_regclass(log)
      and p.partdefid = to_regclass(log || '_rest')
  ) then return null; end if;
  if first + interval '1 month' > now() at time zone 'UTC' then
    raise exception '% is not over', name using errcode = 'insufficient_privilege';
  end if;
  execute format('lock table %I in access exclusive mode', name);
  execute format('select count(*) from (select from %I limit %s) found',
    name, case when only_empty then '1' else 'all' end) into counted;
  if only_empty and counted > 0 then return null; end if;
  execute format('drop table %I', name);
  if counted > 0 then
    perform write_audit('purge', replace(log, '_', '-'), name, null,
      format('The month %s was dropped with %s rows.', to_char(first, 'YYYY-MM'), counted));
  end if;
  return counted;
end $$;
comment on function drop_log_partition(text, date, boolean) is
  'Drops the partition of a past month and writes that to audit_logs.';
`;
