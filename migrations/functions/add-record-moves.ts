export const addRecordMoves = `
-- A merge is no move: both ids mean one record. An activity that gets a further link has not moved either.
-- Arguments: the foreign keys to watch.
create function add_record_moves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  author constant uuid := (nullif(current_setting('kontor.author', true), '')::jsonb ->> 'userId')::uuid;
  name text;
  was uuid;
  becomes uuid;
begin
  foreach name in array tg_argv loop
    was := (to_jsonb(old) ->> name)::uuid;
    becomes := (to_jsonb(new) ->> name)::uuid;
    continue when was is not distinct from becomes or (was is null and tg_table_name = 'activities');
    continue when exists (select from companies where (id, merged_into_id) in ((was, becomes), (becomes, was)));
    continue when exists (select from contacts where (id, merged_into_id) in ((was, becomes), (becomes, was)));
    insert into record_moves (resource, record_id, column_name, from_id, to_id, moved_by_id)
      values (tg_table_name, new.id, name, was, becomes, author);
  end loop;
  return null;
end $$;
comment on function add_record_moves() is 'Adds a row to record_moves when the record that a row belongs to changes.';
`;
