export const setColumns = `
-- Argument: an object of columns and their new values.
create function set_columns() returns trigger language plpgsql as $$
begin
  return jsonb_populate_record(new, tg_argv[0]::jsonb);
end $$;
comment on function set_columns() is 'Sets columns of a changed row to fixed values.';
`;
