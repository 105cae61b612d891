export const enableRls = `
-- Runs after every migration: new tables get their rights, a restored database its roles.
create function enable_rls() returns text language plpgsql as $$
declare
  reason constant text := create_application_roles();
begin
  if reason is null then
    perform grant_application_rights();
    perform create_policies();
  end if;
  return reason;
end $$;
comment on function enable_rls() is 'Creates roles, grants and policies; returns the reason if the user may not.';
`;
