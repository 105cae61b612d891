export const updateExternalIds = `
-- Arguments: the table of the ids, and its column with the id of the record.
create function update_external_ids() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('delete from %I where %I = $1', tg_argv[0], tg_argv[1]) using new.id;
  if new.deleted_at is null and new.external_ids <> '{}' then
    execute format('insert into %I (source, external_id, %I) select key, value, $1 from jsonb_each_text($2)',
      tg_argv[0], tg_argv[1]) using new.id, new.external_ids;
  end if;
  return null;
end $$;
comment on function update_external_ids() is 'Updates the table of external ids of an active record.';
`;
