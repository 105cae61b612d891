export const emptyPendingList = `
-- Every search reads the pending list from beginning to end. The application owns no index and needs this right.
create function empty_pending_list(index regclass) returns bigint
language sql security definer set search_path = public, pg_temp as $$ select gin_clean_pending_list(index) $$;
comment on function empty_pending_list(regclass) is 'Moves the pending list of a GIN index into the index.';
`;
