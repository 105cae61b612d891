export const viewerId = `
-- Without a context there is no answer: an empty one could pass for the truth. After a transaction that had a
-- context the setting is '', not missing.
create function viewer_id() returns uuid language plpgsql stable parallel safe as $$
declare
  known constant text := current_setting('kontor.user_id', true);
begin
  if coalesce(known, '') = '' then
    raise exception 'The transaction names no user for row-level security' using errcode = 'insufficient_privilege';
  end if;
  return known::uuid;
end $$;
comment on function viewer_id() is 'Returns the user whose records the transaction may read; raises without one.';
`;
