export const updateMergedExternalIds = `
-- A record is found by its own external ids, by those of its duplicates, and by those that a merge replaced.
-- Arguments: the table of the ids, and its column with the id of the record.
create function update_merged_external_ids() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  affected uuid[] := array[old.id];
  root uuid;
begin
  foreach root in array array_remove(
    array[old.merged_into_id, case when tg_op = 'UPDATE' then new.merged_into_id end], null)
  loop
    execute format('with recursive line as (
        select id, merged_into_id from %1$I where id = $1
        union select m.id, m.merged_into_id from line join %1$I m on m.id = line.merged_into_id)
      select id from line where merged_into_id is null', tg_table_name) into root using root;
    affected := affected || root;
  end loop;
  execute format('delete from %I where %I = any($1)', tg_argv[0], tg_argv[1]) using affected;
  execute format('insert into %1$I (source, external_id, %2$I)
    select key, value, r.id from %3$I r cross join jsonb_each_text(r.external_ids)
    where r.id = any($1) and r.deleted_at is null', tg_argv[0], tg_argv[1], tg_table_name) using affected;
  execute format('
    insert into %1$I (source, external_id, %2$I)
    with recursive family as (
      select id as root, id, ''{}''::jsonb as external_ids from %3$I where id = any($1) and deleted_at is null
      union all select f.root, m.id, m.external_ids from family f join %3$I m on m.merged_into_id = f.id)
    select key, value, root from family cross join jsonb_each_text(external_ids)
    union select key, value, root from family
      join record_merges j on j.primary_id = family.id and j.resource = $2 and j.unmerged_at is null
      cross join jsonb_each_text(coalesce(j.primary_before -> ''externalIds'', ''{}''))
    on conflict do nothing', tg_argv[0], tg_argv[1], tg_table_name) using affected, tg_table_name;
  return null;
end $$;
comment on function update_merged_external_ids() is
  'Updates the external ids of a record together with those of its merged duplicates.';
`;
