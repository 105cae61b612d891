export const clearReferences = `
-- Does for custom fields what foreign keys do for columns. The merge of a removed record cannot be undone.
create function clear_references() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  field record;
begin
  for field in
    select resource, key from custom_field_definitions
    where type = 'record-link' and target_resource = tg_table_name
  loop
    execute format('update %1$I set custom_fields = custom_fields - $1, version = version + 1, updated_at = now()
      where custom_fields @> jsonb_build_object($1, $2)', field.resource)
      using field.key::text, old.id::text;
  end loop;
  delete from record_moves where record_id = old.id;
  update record_merges
    set primary_before = '{}', primary_after = '{}', forgotten_at = coalesce(forgotten_at, now())
    where primary_id = old.id
      or id in (select l.merge_id from record_merge_duplicates l where l.duplicate_id = old.id);
  return null;
end $$;
comment on function clear_references() is
  'Clears custom links to a purged record, its moves, and the values in its merges.';
`;
