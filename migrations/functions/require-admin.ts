export const requireAdmin = `
-- Under a lock, so that two transactions cannot remove the last two administrators.
create function require_admin() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'user_roles' then
    if not exists (select from roles r where r.id = old.role_id and r.name = 'admin' and r.is_system) then
      return null;
    end if;
  end if;
  perform pg_advisory_xact_lock(4702111507);
  if not exists (
    select 1 from roles r join user_roles ur on ur.role_id = r.id join users u on u.id = ur.user_id
    where r.name = 'admin' and r.is_system
      and u.is_active and u.deleted_at is null and u.password_hash is not null
  ) then raise exception 'the last admin must stay' using errcode = '23514', constraint = 'users_last_admin'; end if;
  return null;
end $$;
comment on function require_admin() is
  'Rejects the change of a user or role that leaves no active administrator.';
`;
