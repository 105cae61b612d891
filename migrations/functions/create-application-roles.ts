export const createApplicationRoles = `
-- Roles belong to the whole server: another database may create them at the same time.
create function create_application_roles() returns text language plpgsql as $$
declare
  membership constant text :=
    case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  for attempt in 1 .. 5 loop
    begin
      if to_regrole('kontor_app') is null then create role kontor_app nologin; end if;
      if to_regrole('kontor_rls') is null then create role kontor_rls nologin; end if;
      if not pg_has_role('kontor_rls', 'kontor_app', 'USAGE') then grant kontor_app to kontor_rls; end if;
      if not pg_has_role(current_user, 'kontor_app', membership) then
        execute format('grant kontor_app to %I', current_user);
      end if;
      if not pg_has_role(current_user, 'kontor_rls', membership) then
        execute format('grant kontor_rls to %I', current_user);
      end if;
      return null;
    exception
      when insufficient_privilege then return sqlerrm;
      when duplicate_object or unique_violation or internal_error or undefined_object then
        perform pg_sleep(random() * 0.1);
    end;
  end loop;
  return 'The roles kontor_app and kontor_rls are being changed by somebody else';
end $$;
comment on function create_application_roles() is
  'Creates the roles of the application; returns the reason if the user may not.';
`;
