export const updateCustomFieldValues = `
create function update_custom_field_values() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from custom_field_values where record_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.deleted_at is null then
    insert into custom_field_values (resource, key, value, record_id)
    select d.resource, d.key, left(equal_text(new.custom_fields ->> d.key), 500), new.id
    from custom_field_definitions d
    where d.resource = tg_table_name and d.is_unique and d.archived_at is null
      and new.custom_fields ->> d.key is not null;
  end if;
  return null;
end $$;
comment on function update_custom_field_values() is
  'Updates custom_field_values: the values of unique custom fields of active records.';
`;
